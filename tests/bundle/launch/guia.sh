#!/bin/sh
# Starts Guia, or says in two languages why it cannot. It needs nothing but a shell.
#   sh guia.sh                          the window
#   sh guia.sh selftest -o page.pdf     the self-check, as a page to print
#   sh guia.sh files                    only: is every file here, and as it was made?

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
libc_needed=@LIBC@

say() { # Spanish, English
    printf '%s\n%s\n' "$1" "$2" >&2
}

wrong_files() { # the names of files that are missing or were changed; only those that are missing, with "quick"
    while read -r hash name; do
        if [ ! -f "$here/$name" ]; then
            printf '  falta / missing: %s\n' "$name"
        elif [ "$1" != quick ]; then
            found=$(sha256sum < "$here/$name") || found=unreadable
            [ "${found%% *}" = "$hash" ] || printf '  cambiado / changed: %s\n' "$name"
        fi
    done < "$here/HASHES"
}

check_files() { # fails where a file is wrong, having named it
    if [ ! -f "$here/HASHES" ]; then
        wrong='  falta / missing: HASHES'
    else
        wrong=$(wrong_files "$1")
    fi
    [ -z "$wrong" ] && return
    say 'Esta copia no está completa, o algo la cambió. Copie otra vez la carpeta entera, desde otra memoria USB.' \
        'This copy is not complete, or was changed. Copy the whole folder again, from another stick.'
    printf '%s\n' "$wrong" >&2
    return 1
}

begin() { # the program, with its words
    if [ -x "$here/guia" ]; then
        "$here/guia" "$@"
    else # a stick with FAT says of every file that it cannot be run; the system's loader reads it all the same
        /lib64/ld-linux-x86-64.so.2 "$here/guia" "$@"
    fi
}

machine=${KYR_MACHINE:-$(uname -m)}
bits=$(getconf LONG_BIT 2>/dev/null || echo 64)
if [ "$machine" != x86_64 ] || [ "$bits" != 64 ]; then
    say "Esta copia necesita una computadora con un sistema de 64 bits (x86_64). Esta tiene: $machine, $bits bits. Aquí no puede abrir." \
        "This copy needs a computer with a system of 64 bits (x86_64). This one has: $machine, $bits bits. It cannot open here."
    exit 1
fi

libc=${KYR_LIBC:-$(getconf GNU_LIBC_VERSION 2>/dev/null)}
libc=${libc#glibc }
older=$(printf '%s\n%s\n' "$libc" "$libc_needed" | sort -V | head -n 1)
if [ -z "$libc" ] || { [ "$older" = "$libc" ] && [ "$libc" != "$libc_needed" ]; }; then
    say "El sistema de esta computadora es demasiado viejo para esta copia: tiene glibc ${libc:-?} y hace falta $libc_needed o más nueva." \
        "The system of this computer is too old for this copy: it has glibc ${libc:-?}, and $libc_needed or newer is needed."
    exit 1
fi

case ${1-} in
files)
    check_files whole || exit 1
    say 'Todos los archivos están, y son los que se hicieron.' 'Every file is here, and is what was made.'
    exit 0
    ;;
selftest) # named here too: where the program itself is what is damaged, it cannot make its page
    check_files whole || { begin "$@"; exit 1; }
    ;;
*) check_files quick || exit 1 ;;
esac
begin "$@"
