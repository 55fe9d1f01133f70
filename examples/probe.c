/*
 * probe.exe: tries to get out of its run in the ways that a specimen has, and says one word wherever it gets through,
 * so that whoever listens for that word knows.
 *
 *   probe.exe PORT WORD ADDRESS...
 *
 * Every address, of IPv4 or IPv6, is called by TCP and told by UDP. 10.0.0.* stands for 254 addresses, told by UDP
 * alone; 100@10.0.0.1 for 100 MB sent there. Everybody is told as well: by broadcast and by multicast of IPv4 and
 * IPv6. Last it asks for a socket that sends packets under any sender, and says the word under a false one.
 */
#include <winsock2.h>
#include <ws2tcpip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "call.h"
#include "guard.h"

#define PATIENCE 1
#define DATAGRAM 60000
#define MEGABYTE 1000000

static const char *port, *word;

static struct addrinfo *resolve(const char *address)
{
    struct addrinfo wish = { .ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_DGRAM }, *found = NULL;
    return getaddrinfo(address, port, &wish, &found) == 0 ? found : NULL;
}

/* Sends datagrams that begin with the word. */
static void tell(const char *address, int bytes, int times)
{
    static char datagram[DATAGRAM];
    BOOL allowed = TRUE;
    struct addrinfo *target = resolve(address);
    SOCKET link = target ? socket(target->ai_family, SOCK_DGRAM, IPPROTO_UDP) : INVALID_SOCKET;

    if (link != INVALID_SOCKET) {
        memcpy(datagram, word, strlen(word));
        setsockopt(link, SOL_SOCKET, SO_BROADCAST, (char *)&allowed, sizeof allowed);
        for (int i = 0; i < times; i++)
            sendto(link, datagram, bytes, 0, target->ai_addr, target->ai_addrlen);
        closesocket(link);
    }
    if (target)
        freeaddrinfo(target);
}

static void tell_once(const char *address)
{
    tell(address, strlen(word), 1);
}

static void call_and_tell(const char *address)
{
    struct addrinfo *target = resolve(address);
    if (!target)
        return;
    SOCKET link = call(target->ai_addr, target->ai_addrlen, PATIENCE);
    if (link != INVALID_SOCKET) {
        send(link, word, strlen(word), 0);
        closesocket(link);
    }
    freeaddrinfo(target);
    tell_once(address);
}

static void tell_all(const char *network)
{
    char address[64];
    for (int host = 1; host < 255; host++) {
        snprintf(address, sizeof address, "%.*s%d", (int)strlen(network) - 1, network, host);
        tell_once(address);
    }
}

/* A packet of UDP under the sender 9.9.9.9, made by hand. */
static void lie(const char *address)
{
    struct addrinfo *target = resolve(address);
    unsigned char packet[20 + 8 + 64] = { 0x45, 0, 0, 0, 0, 1, 0, 0, 64, IPPROTO_UDP, 0, 0, 9, 9, 9, 9 };
    int length = 28 + strlen(word), by_hand = 1;
    SOCKET link = socket(AF_INET, SOCK_RAW, IPPROTO_RAW);

    if (link == INVALID_SOCKET) {
        print_line("no socket for packets of its own");
    } else if (target && target->ai_family == AF_INET) {
        struct sockaddr_in *to = (struct sockaddr_in *)target->ai_addr;
        packet[3] = length;
        memcpy(packet + 16, &to->sin_addr, 4);
        memcpy(packet + 20, &to->sin_port, 2);
        memcpy(packet + 22, &to->sin_port, 2);
        packet[25] = length - 20;
        memcpy(packet + 28, word, strlen(word));
        setsockopt(link, IPPROTO_IP, IP_HDRINCL, (char *)&by_hand, sizeof by_hand);
        sendto(link, (char *)packet, length, 0, target->ai_addr, target->ai_addrlen);
        print_line("sent a packet under a false sender");
    }
    closesocket(link);
    if (target)
        freeaddrinfo(target);
}

int main(int count, char **argument)
{
    WSADATA winsock;

    only_inside_the_lab();
    if (count < 4 || strlen(argument[2]) > 64) {
        print_line("usage: probe.exe PORT WORD ADDRESS...");
        return 2;
    }
    if (WSAStartup(MAKEWORD(2, 2), &winsock))
        return 1;
    port = argument[1];
    word = argument[2];
    tell_once("255.255.255.255");
    tell_once("224.0.0.1");
    tell_once("239.255.255.250");
    tell_once("ff02::1");
    for (int i = 3; i < count; i++) {
        const char *burst = strchr(argument[i], '@');
        if (burst)
            tell(burst + 1, DATAGRAM, (long long)atoi(argument[i]) * MEGABYTE / DATAGRAM);
        else if (strchr(argument[i], '*'))
            tell_all(argument[i]);
        else
            call_and_tell(argument[i]);
    }
    lie("255.255.255.255");
    WSACleanup();
    return 0;
}
