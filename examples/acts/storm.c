/* Starts two hundred children at once. */
#include "acts.h"

#define STORM 200

int main(int count, char **arguments)
{
    static PROCESS_INFORMATION children[STORM];
    (void)arguments;
    only_inside_the_lab();
    if (count > 1)
        return 0;
    for (int i = 0; i < STORM; i++)
        children[i] = start_part("as-child", 0);
    for (int i = 0; i < STORM; i++)
        WaitForSingleObject(children[i].hProcess, INFINITE);
    for (int i = 0; i < STORM; i++)
        NEED(end_of(&children[i]) == 0);
    return 0;
}
