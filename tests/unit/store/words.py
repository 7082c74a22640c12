"""Words of the tests' family file."""

PHRASE = "mesa camino limón abeja"
CARD = "ventana puente rosa tambor"
OTHER = "nube caballo plato invierno"
