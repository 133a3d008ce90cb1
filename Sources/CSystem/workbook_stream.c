// The streams that libxlsxwriter writes the parts of a workbook to, in memory.
//
// The library takes them from its function `lxw_tmpfile`, writes without a look at what the writes
// return, and rewinds, which clears the error mark, before it reads them back into the zip. With a
// file on a full disk parts of a sheet would be missing and nobody told. On ELF systems the dynamic
// linker prefers the function of the executable, this one: no write can fail half-way, and no text
// of a customer lies in the folder for temporary files.
#define _GNU_SOURCE
#if defined(__linux__)
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

typedef struct {
  char *bytes;
  size_t count, capacity, position;
} memory;

static ssize_t memory_read(void *cookie, char *into, size_t count) {
  memory *self = cookie;
  size_t left = self->position < self->count ? self->count - self->position : 0;
  if (count > left) count = left;
  memcpy(into, self->bytes + self->position, count);
  self->position += count;
  return (ssize_t)count;
}

static ssize_t memory_write(void *cookie, const char *from, size_t count) {
  memory *self = cookie;
  size_t end = self->position + count;
  if (end > self->capacity) {
    size_t capacity = self->capacity * 2 > end ? self->capacity * 2 : end;
    char *bytes = realloc(self->bytes, capacity);
    // A write that fails would go unseen.
    if (!bytes) abort();
    memset(bytes + self->capacity, 0, capacity - self->capacity);
    self->bytes = bytes;
    self->capacity = capacity;
  }
  memcpy(self->bytes + self->position, from, count);
  self->position = end;
  if (end > self->count) self->count = end;
  return (ssize_t)count;
}

static int memory_seek(void *cookie, off64_t *offset, int whence) {
  memory *self = cookie;
  off64_t start = 0;
  if (whence == SEEK_CUR) start = (off64_t)self->position;
  if (whence == SEEK_END) start = (off64_t)self->count;
  if (start + *offset < 0) {
    errno = EINVAL;
    return -1;
  }
  self->position = (size_t)(start + *offset);
  *offset = (off64_t)self->position;
  return 0;
}

static int memory_close(void *cookie) {
  memory *self = cookie;
  free(self->bytes);
  free(self);
  return 0;
}

FILE *lxw_tmpfile(char *folder) {
  (void)folder;
  memory *self = calloc(1, sizeof(memory));
  if (!self) return NULL;
  self->capacity = 1 << 16;
  self->bytes = calloc(1, self->capacity);
  FILE *stream = NULL;
  if (self->bytes) {
    cookie_io_functions_t functions = {memory_read, memory_write, memory_seek, memory_close};
    stream = fopencookie(self, "w+", functions);
  }
  if (!stream) {
    free(self->bytes);
    free(self);
  }
  return stream;
}
#endif
