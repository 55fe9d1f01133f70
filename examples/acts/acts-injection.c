/* What injectors do to a victim, done to a child of our own and with nothing harmful inside. */
#include "acts.h"

#define VICTIM_MILLIS 4000
#define READY "tsurutus-victim-is-ready"

static void as_victim(void)
{
    HANDLE ready = OpenEventA(EVENT_MODIFY_STATE, FALSE, READY);
    NEED(ready && SetEvent(ready));
    for (DWORD begin = GetTickCount(); GetTickCount() - begin < VICTIM_MILLIS;)
        SleepEx(100, TRUE);
}

/* Nothing is done to a process that is not wholly loaded yet: one hung for good. */
static PROCESS_INFORMATION start_victim(void)
{
    HANDLE ready = CreateEventA(NULL, TRUE, FALSE, READY);
    NEED(ready && ResetEvent(ready));
    PROCESS_INFORMATION child = start_part("as-victim", 0);
    NEED(WaitForSingleObject(ready, 60000) == WAIT_OBJECT_0);
    CloseHandle(ready);
    return child;
}

static FARPROC of_kernel(const char *name)
{
    FARPROC found = GetProcAddress(GetModuleHandleA("kernel32.dll"), name);
    NEED(found);
    return found;
}

/* Opened by its number, as strangers have to. */
static HANDLE open_victim(PROCESS_INFORMATION *victim)
{
    HANDLE opened = OpenProcess(PROCESS_ALL_ACCESS, FALSE, victim->dwProcessId);
    NEED(opened);
    return opened;
}

static void *plant(HANDLE victim, const char *text)
{
    SIZE_T written, length = lstrlenA(text) + 1;
    void *place = VirtualAllocEx(victim, NULL, length, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    NEED(place && WriteProcessMemory(victim, place, text, length, &written) && written == length);
    return place;
}

static void start_inside(HANDLE victim, const char *function, void *argument)
{
    LPTHREAD_START_ROUTINE begin;
    FARPROC found = of_kernel(function);
    CopyMemory(&begin, &found, sizeof begin);
    HANDLE thread = CreateRemoteThread(victim, NULL, 0, begin, argument, 0, NULL);
    NEED(thread && WaitForSingleObject(thread, 60000) == WAIT_OBJECT_0);
    CloseHandle(thread);
}

static void allocate_and_write(void)
{
    PROCESS_INFORMATION child = start_victim();
    HANDLE victim = open_victim(&child);
    plant(victim, "planted text");
    CloseHandle(victim);
    NEED(end_of(&child) == 0);
}

static void remote_thread(void)
{
    PROCESS_INFORMATION child = start_victim();
    HANDLE victim = open_victim(&child);
    start_inside(victim, "Sleep", NULL);
    CloseHandle(victim);
    NEED(end_of(&child) == 0);
}

static void remote_library(void)
{
    PROCESS_INFORMATION child = start_victim();
    HANDLE victim = open_victim(&child);
    start_inside(victim, "LoadLibraryA", plant(victim, FOLDER "counter.dll"));
    CloseHandle(victim);
    NEED(end_of(&child) == 0);
}

static void asynchronous_call(void)
{
    PAPCFUNC call;
    FARPROC found = of_kernel("Sleep");
    PROCESS_INFORMATION child = start_victim();
    CopyMemory(&call, &found, sizeof call);
    NEED(QueueUserAPC(call, child.hThread, 0));
    NEED(end_of(&child) == 0);
}

/* The context is written back as it was read, and the child never goes on. */
static void thread_context(void)
{
    CONTEXT context __attribute__((aligned(16))) = { .ContextFlags = CONTEXT_FULL };
    PROCESS_INFORMATION child = start_part("as-victim", CREATE_SUSPENDED);
    Sleep(500);
    NEED(GetThreadContext(child.hThread, &context));
    NEED(SetThreadContext(child.hThread, &context));
    NEED(TerminateProcess(child.hProcess, 3));
    NEED(end_of(&child) == 3);
}

static void read_memory(void)
{
    char bytes[16];
    SIZE_T count;
    PROCESS_INFORMATION child = start_victim();
    HANDLE victim = open_victim(&child);
    NEED(ReadProcessMemory(victim, GetModuleHandleA(NULL), bytes, sizeof bytes, &count));
    CloseHandle(victim);
    NEED(end_of(&child) == 0);
}

/* A process that does all this to itself injects nothing. */
static void own_memory(void)
{
    plant(GetCurrentProcess(), "into itself");
    start_inside(GetCurrentProcess(), "Sleep", NULL);
}

static LRESULT CALLBACK passing(int code, WPARAM first, LPARAM second)
{
    return CallNextHookEx(NULL, code, first, second);
}

static void message_hook(void)
{
    HHOOK hook = SetWindowsHookExA(WH_GETMESSAGE, passing, NULL, GetCurrentThreadId());
    NEED(hook && UnhookWindowsHookEx(hook));
}

static const struct act acts[] = {
    { "allocate-and-write", allocate_and_write },
    { "remote-thread", remote_thread },
    { "remote-library", remote_library },
    { "asynchronous-call", asynchronous_call },
    { "thread-context", thread_context },
    { "read-memory", read_memory },
    { "own-memory", own_memory },
    { "message-hook", message_hook },
    { "as-victim", as_victim },
    { NULL, NULL },
};

int main(int count, char **arguments)
{
    return perform_acts(count, arguments, acts);
}
