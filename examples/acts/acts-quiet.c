/* Nothing, or nothing yet. */
#include "acts.h"

static void nothing(void) {}

static void beep(void)
{
    Beep(440, 10);
}

static void late(void)
{
    Sleep(3000);
    put(FOLDER "late.txt", "late");
}

static const struct act acts[] = {
    { "nothing", nothing },
    { "beep", beep },
    { "late", late },
    { NULL, NULL },
};

int main(int count, char **arguments)
{
    return perform_acts(count, arguments, acts);
}
