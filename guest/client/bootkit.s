# A harmless boot program of 440 bytes: says on the first serial port that it ran, then starts the one that it
# replaced, which is kept in sector 2.
.code16
.globl _start
_start:
    cli
    xorw %ax, %ax
    movw %ax, %ds
    movw %ax, %es
    movw %ax, %ss
    movw $0x7c00, %sp
    sti
    cld
    # The firmware loads it to 0x7c00, where the other one belongs.
    movw $0x7c00, %si
    movw $_start, %di
    movw $256, %cx
    rep movsw
    ljmp $0, $moved
moved:
    movw $words, %si
next:
    lodsb
    testb %al, %al
    jz load
    movb %al, %ah
    movw $0x3fd, %dx
busy:
    inb %dx, %al
    testb $0x20, %al
    jz busy
    movb %ah, %al
    movw $0x3f8, %dx
    outb %al, %dx
    jmp next
load:
    movw $packet, %si
    movb $0x80, %dl
    movb $0x42, %ah
    int $0x13
    jc stop
    movb $0x80, %dl
    ljmp $0, $0x7c00
stop:
    hlt
    jmp stop
words:
    .asciz "bootkit: first to run\r\n"
packet:
    .byte 16, 0
    .word 1, 0x7c00, 0
    .quad 2
.org 440
