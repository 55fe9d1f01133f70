; An installer as many programs have one: welcome, licence with a box to tick, folder, copying, finish.
; setup.nsi is compiled with -DOUT=FILE
Unicode true
SetCompress off
SetDateSave off
OutFile "${OUT}"
Name "Sample Viewer"
InstallDir "$PROGRAMFILES\Sample Viewer"
RequestExecutionLevel user
ShowInstDetails show

!include MUI2.nsh
!include LogicLib.nsh
!define MUI_LICENSEPAGE_CHECKBOX
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "licence.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_LANGUAGE "English"

; Outside the lab it ends at once.
Function .onInit
  System::Call 'kernel32::GetModuleHandle(t "ntdll.dll") p .r0'
  System::Call 'kernel32::GetProcAddress(p r0, m "wine_get_version") p .r1'
  ${If} $1 P= 0
  ${OrIfNot} ${FileExists} "C:\tsurutus\launch.exe"
    SetErrorLevel 9
    Quit
  ${EndIf}
FunctionEnd

Section
  SetOutPath "$INSTDIR"
  File "licence.txt"
  FileOpen $0 "$INSTDIR\viewer.ini" w
  FileWrite $0 "[viewer]$\r$\n"
  FileClose $0
  WriteRegStr HKCU "Software\TsurutusViewer" "Folder" "$INSTDIR"
SectionEnd
