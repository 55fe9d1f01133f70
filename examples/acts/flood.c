/* Sets a hundred values a thousand times over. */
#include "acts.h"

#define VALUES 100
#define ROUNDS 1000

int main(void)
{
    char name[16];
    HKEY key;
    only_inside_the_lab();
    NEED(!RegCreateKeyExA(HKEY_CURRENT_USER, "Software\\TsurutusFlood", 0, NULL, 0, KEY_ALL_ACCESS,
                          NULL, &key, NULL));
    for (DWORD round = 0; round < ROUNDS; round++) {
        for (int value = 0; value < VALUES; value++) {
            wsprintfA(name, "value-%02d", value);
            NEED(!RegSetValueExA(key, name, 0, REG_DWORD, (const BYTE *)&round, sizeof round));
        }
    }
    RegCloseKey(key);
    return 0;
}
