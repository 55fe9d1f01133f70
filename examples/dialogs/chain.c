/* Five dialogs in a chain: each is opened by the answer to the one before, and followed by an act of its own. */
#include "dialogs.h"

#define NOTES 1
#define LICENCE 2

static BOOL message(const char *text, UINT buttons, int wanted)
{
    return MessageBoxA(NULL, text, "Sample chain", buttons) == wanted;
}

int WINAPI WinMain(HINSTANCE self, HINSTANCE unused, LPSTR command_line, int show)
{
    (void)unused, (void)command_line, (void)show;
    only_inside_the_lab();
    answered(message("Do you want to begin?", MB_YESNO | MB_ICONQUESTION, IDYES), 0, TEMP "tsu-chain-1.txt");
    answered(agreed(self, NOTES), 1, TEMP "tsu-chain-2.txt");
    answered(message("A file is in use. Do you want to continue all the same?",
                     MB_CANCELTRYCONTINUE | MB_ICONWARNING, IDCONTINUE),
             2, TEMP "tsu-chain-3.txt");
    answered(agreed(self, LICENCE), 3, TEMP "tsu-chain-4.txt");
    answered(message("The last step takes a moment.", MB_OKCANCEL | MB_DEFBUTTON2 | MB_ICONINFORMATION, IDOK), 4,
             TEMP "tsu-chain-5.txt");
    return 5;
}
