"""A whole content of one lesson, one interview, one list: small enough to be checked in a blink."""

from textwrap import dedent

FILES = {
    "facts/door.yaml": """
        id: door
        facts:
          - id: door-closed
            topic: door
            statement: You do not have to open the door without a paper from a judge.
            citation: U.S. Const. amend. IV
            source: Constitution
            as_of: 2026-11-22
            volatility: stable
            confidence: high
          - id: door-news
            topic: door
            statement: In June 2026 a court said it again.
            citation: Someone v. Other
            source: docket
            as_of: 2026-06-01
            volatility: in-litigation
            confidence: high
        """,
    "glossary.yaml": """
        id: glossary
        terms:
          - id: warrant
            term:
              es: Orden
              en: Warrant
            meaning:
              es: Un papel que firma un juez.
              en: A paper that a judge signs.
        """,
    "lessons/door.yaml": """
        id: door
        order: 1
        moment: after
        icon: house
        title:
          es: La puerta
          en: The door
        neutral_title:
          es: En casa
          en: At home
        summary:
          es: Qué hacer si tocan.
          en: What to do if they knock.
        minutes: 5
        reviewed: 2026-11-22
        good_until: 2027-02-20
        points:
          - id: closed
            title:
              es: La puerta cerrada
              en: The door stays closed
            icon: house
            short:
              es: Usted puede hablar con la puerta cerrada.
              en: You can talk through the closed door.
            blocks:
              - kind: paragraph
                id: ask
                facts:
                  - door-closed
                text:
                  es: Usted **no** tiene que abrir. Pida ver una [[warrant|orden]] con 1 firma.
                  en: You do **not** have to open. Ask to see a [[warrant|warrant]] with 1 signature.
              - kind: paragraph
                id: news
                facts:
                  - door-news
                text:
                  es: En junio de 2026 una corte lo dijo otra vez.
                  en: In June 2026 a court said it again.
        teach_back:
          id: clear
          facts:
            - door-closed
          question:
            es: ¿Tiene que abrir?
            en: Do you have to open?
          options:
            - id: no
              right: yes
              text:
                es: No
                en: No
              reply:
                es: Así es.
                en: That is so.
            - id: yes
              text:
                es: Sí
                en: Yes
              reply:
                es: Puede hablar con la puerta cerrada.
                en: You can talk through the closed door.
        """,
    "interviews/home.yaml": """
        id: home
        order: 1
        icon: house
        title:
          es: En casa
          en: At home
        summary:
          es: Unas preguntas.
          en: Some questions.
        minutes: 2
        leads_to: ready
        reviewed: 2026-11-22
        good_until: 2027-11-22
        sections:
          - id: who
            title:
              es: Quiénes
              en: Who
            screens:
              - id: children
                question:
                  es: ¿Hay niños?
                  en: Are there children?
                short:
                  es: Niños
                  en: Children
                why:
                  es: La lista cambia.
                  en: The list changes.
                answer:
                  kind: yesno
                  name: has_children
              - id: with
                when: has_children == yes
                question:
                  es: ¿Con quién están?
                  en: Who are they with?
                short:
                  es: Con quién
                  en: With whom
                why:
                  es: La lista cambia.
                  en: The list changes.
                answer:
                  kind: choice
                  name: children_with
                  options:
                    - value: parent
                      text:
                        es: Su mamá o su papá
                        en: Their mother or father
                    - value: other
                      text:
                        es: Otra persona
                        en: Somebody else
        """,
    "checklists/ready.yaml": """
        id: ready
        order: 1
        icon: list-dashes
        interview: home
        title:
          es: Lista
          en: List
        neutral_title:
          es: Lista
          en: List
        intro:
          es: Qué tener a la mano.
          en: What to have at hand.
        reviewed: 2026-11-22
        good_until: 2027-11-22
        parts:
          - id: papers
            title:
              es: Papeles
              en: Papers
            items:
              - id: list
                icon: files
                practice: yes
                when: children_with == other
                because:
                  es: Porque usted dijo que están con otra persona.
                  en: Because you said that they are with somebody else.
                text:
                  es: Un papel de quien los cuida.
                  en: A paper of who cares for them.
        """,
}


def text(name):
    return dedent(FILES[name]).lstrip()


def write(folder):
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text(name), encoding="utf-8")
    return folder
