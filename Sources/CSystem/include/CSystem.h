#ifndef CLIENTELE_CSYSTEM_H
#define CLIENTELE_CSYSTEM_H

/// Puts each of two paths in the other's place, in one step.
///
/// Returns 0, or -1 with `errno`: the file system cannot, or one of them is missing.
int csystem_exchange(const char *first, const char *second);

#endif
