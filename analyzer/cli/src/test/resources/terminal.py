"""Runs a command in a pseudo-terminal: ROWS COLUMNS MARKER COMMAND...

Prints what the command wrote. Once MARKER was seen (if it is not empty) presses Ctrl-C. Ends with
the command's exit code.
"""
import fcntl, os, pty, select, signal, struct, subprocess, sys, termios, time

rows, columns, marker = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3].encode()
master, slave = pty.openpty()
fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def take_terminal():
    # Whatever started the tests may have it ignored.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


child = subprocess.Popen(
    sys.argv[4:], stdin=slave, stdout=slave, stderr=slave, preexec_fn=take_terminal
)
os.close(slave)
written = b""
pressed = False
deadline = time.time() + 100
while time.time() < deadline:
    ready, _, _ = select.select([master], [], [], 0.2)
    if ready:
        try:
            got = os.read(master, 65536)
        except OSError:
            got = b""
        if not got:
            break
        written += got
    if marker and not pressed and marker in written:
        os.write(master, b"\x03")
        pressed = True
sys.stdout.buffer.write(written)
sys.stdout.flush()
code = child.wait(20)
sys.exit(code if code >= 0 else 128 - code)
