/* A disk that fails: loaded before the C library, it lets the calls that change files below a folder fail.

   fault_set(at, kind, sticky, under): from now on the call number `at` (from 1) fails, and with `sticky` all that
   follow; 0 lets everything through and only counts. fault_count() gives how many there were since. Kinds: 'n' no
   space (writing, making), 'i' an error of the disk (any), 's' a write that is cut short, once, before the disk is
   full, 'f' fsync alone fails, 'r' the
   disk can only be read from now on, 'k' the process is killed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static long at, done;
static char kind = 0;
static int sticky;
static char under[PATH_MAX];

void fault_set(long number, int which, int stays, const char *folder) {
    at = number, kind = (char)which, sticky = stays, done = 0;
    snprintf(under, sizeof under, "%s", folder);
}

long fault_count(void) { return done; }

static int concerns(const char *path) { return under[0] && strncmp(path, under, strlen(under)) == 0; }

static int concerns_file(int file) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return concerns(path);
}

/* Whether this call is to fail. `what`: 'w' writes, 'm' makes, renames or cuts, 'f' syncs, 'u' removes. */
static int fails(char what) {
    if (kind == 'f' && what != 'f') return 0;
    if ((kind == 'n' || kind == 's') && what != 'w' && what != 'm') return 0;
    done++;
    if (!at || done < at || (done > at && !sticky)) return 0;
    if (kind == 'k') raise(SIGKILL);
    errno = kind == 'n' || kind == 's' ? ENOSPC : kind == 'r' ? EROFS : EIO;
    return 1;
}

static int is_short(void) { return kind == 's' && done == at; }

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define WRITER(name, offset_type) \
    ssize_t name(int file, const void *data, size_t size, offset_type offset) { \
        REAL(ssize_t, #name, int, const void *, size_t, offset_type); \
        if (concerns_file(file) && fails('w')) \
            return is_short() && size > 1 ? real(file, data, size / 2, offset) : -1; \
        return real(file, data, size, offset); \
    }
WRITER(pwrite, off_t)
WRITER(pwrite64, off64_t)

ssize_t write(int file, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    if (concerns_file(file) && fails('w')) return is_short() && size > 1 ? real(file, data, size / 2) : -1;
    return real(file, data, size);
}

#define ON_FILE(name, what) \
    int name(int file) { REAL(int, #name, int); return concerns_file(file) && fails(what) ? -1 : real(file); }
ON_FILE(fsync, 'f')
ON_FILE(fdatasync, 'f')

#define ON_PATH(name, what) \
    int name(const char *path) { REAL(int, #name, const char *); return concerns(path) && fails(what) ? -1 : real(path); }
ON_PATH(unlink, 'u')
ON_PATH(rmdir, 'u')

int rename(const char *now, const char *then) {
    REAL(int, "rename", const char *, const char *);
    return (concerns(now) || concerns(then)) && fails('m') ? -1 : real(now, then);
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    return concerns(path) && fails('m') ? -1 : real(path, mode);
}

#define CUTTER(name, size_type) \
    int name(int file, size_type size) { \
        REAL(int, #name, int, size_type); \
        return concerns_file(file) && fails('m') ? -1 : real(file, size); \
    }
CUTTER(ftruncate, off_t)
CUTTER(ftruncate64, off64_t)

#define OPENER(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, #name, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        struct stat found; \
        int makes = (flags & O_CREAT) && concerns(path) && stat(path, &found) != 0; \
        return makes && fails('m') ? -1 : real(path, flags, mode); \
    }
OPENER(open)
OPENER(open64)
