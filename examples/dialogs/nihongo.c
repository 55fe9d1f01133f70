/* Dialogs in Japanese, in the fonts that Japanese programs ask for. */
#include "dialogs.h"

#define QUESTION 1
#define WARNING 2
#define AGREEMENT 3

int WINAPI WinMain(HINSTANCE self, HINSTANCE unused, LPSTR command_line, int show)
{
    (void)unused, (void)command_line, (void)show;
    only_inside_the_lab();
    answered(agreed(self, QUESTION), 0, TEMP "tsu-nihongo-1.txt");
    answered(agreed(self, WARNING), 1, TEMP "tsu-nihongo-2.txt");
    answered(agreed(self, AGREEMENT), 2, TEMP "tsu-nihongo-3.txt");
    answered(MessageBoxW(NULL, L"インストールが完了しました。", L"お知らせ", MB_OK | MB_ICONINFORMATION) == IDOK, 3,
             TEMP "tsu-nihongo-4.txt");
    return 4;
}
