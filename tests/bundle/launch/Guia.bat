@echo off
rem Starts Guia, or says in two languages why it cannot. Without accents: a console may have other letters.
rem   Guia.bat                          the window
rem   Guia.bat selftest -o page.pdf     the self-check, as a page to print
rem   Guia.bat files                    only: is every file here, and as it was made?
setlocal
set "HERE=%~dp0"
if /i "%PROCESSOR_ARCHITECTURE%"=="x86" if not defined PROCESSOR_ARCHITEW6432 goto narrow
if not exist "%HERE%HASHES" goto missing
if not exist "%HERE%guia.exe" goto missing
if not exist "%HERE%_internal\" goto missing
if /i "%~1"=="files" goto files
if "%~1"=="" goto window
start "" /wait "%HERE%guia.exe" %*
exit /b %ERRORLEVEL%

:window
start "" "%HERE%guia.exe"
exit /b 0

:files
powershell -NoProfile -ExecutionPolicy Bypass -Command "Set-Location -LiteralPath $env:HERE; $bad = @(Get-Content -LiteralPath HASHES -Encoding UTF8 | ForEach-Object { $hash, $name = $_ -split '  ', 2; if (-not (Test-Path -LiteralPath $name -PathType Leaf)) { '  falta / missing: ' + $name } elseif ((Get-FileHash -LiteralPath $name -Algorithm SHA256).Hash -ne $hash) { '  cambiado / changed: ' + $name } }); $bad; exit [int]($bad.Count -gt 0)"
if errorlevel 1 goto missing
echo Todos los archivos estan, y son los que se hicieron.
echo Every file is here, and is what was made.
exit /b 0

:narrow
echo Esta copia necesita una computadora con Windows de 64 bits. Esta tiene Windows de 32 bits: aqui no puede abrir.
echo This copy needs a computer with Windows for 64 bits. This one has 32 bits: it cannot open here.
pause
exit /b 1

:missing
echo Esta copia no esta completa, o algo la cambio. Copie otra vez la carpeta entera, desde otra memoria USB.
echo This copy is not complete, or was changed. Copy the whole folder again, from another stick.
pause
exit /b 1
