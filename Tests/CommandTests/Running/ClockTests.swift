import Foundation
import Testing

/// A clock that jumps while a run goes on.
@Suite struct ClockTests {
  /// In place of the C library's: every look at the wall clock is years off the one before.
  private static let jumping = """
    #define _GNU_SOURCE
    #include <stddef.h>
    #include <sys/syscall.h>
    #include <sys/time.h>
    #include <time.h>
    #include <unistd.h>

    static long jump(void) {
      static int looks = 0;
      return (__atomic_fetch_add(&looks, 1, __ATOMIC_RELAXED) % 2 ? -1 : 1) * 400000000L;
    }

    int clock_gettime(clockid_t clock, struct timespec *time) {
      int code = (int)syscall(SYS_clock_gettime, clock, time);
      if (code == 0 && clock == CLOCK_REALTIME) time->tv_sec += jump();
      return code;
    }

    time_t time(time_t *into) {
      struct timespec now;
      clock_gettime(CLOCK_REALTIME, &now);
      if (into) *into = now.tv_sec;
      return now.tv_sec;
    }

    int gettimeofday(struct timeval *restrict time, void *restrict zone) {
      (void)zone;
      struct timespec now;
      clock_gettime(CLOCK_REALTIME, &now);
      time->tv_sec = now.tv_sec;
      time->tv_usec = now.tv_nsec / 1000;
      return 0;
    }

    """

  private static let compiler =
    Surroundings.program("cc", succeedingWith: ["--version"])
    ?? Surroundings.program("clang", succeedingWith: ["--version"])

  #if os(Linux)
  private static let isLinux = true
  #else
  private static let isLinux = false
  #endif

  @Test(.enabled(if: isLinux && compiler != nil, "needs Linux and a C compiler"))
  func `a clock that jumps changes no byte and no time that is told`() throws {
    let compiler = try #require(Self.compiler)
    let scratch = try Scratch()
    try scratch.write("jump.c", Self.jumping)
    let built = try Program.run(
      compiler, ["-shared", "-fPIC", "-o", "jump.so", "jump.c"], in: scratch.folder)
    try #require(built.status == 0, "\(built.error)")
    // The clock does jump for a program that looks at it.
    let date = try Program.run(
      URL(filePath: "/bin/date"), ["+%Y"], in: scratch.folder,
      environment: ["LD_PRELOAD": scratch.path("jump.so")])
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    #expect(Int(date.output.trimmingCharacters(in: .newlines)) != year)
    let start = ContinuousClock.now
    let ended = try scratch.succeed(
      "run", SampleCompanyFiles.quarterly, "--out", "out", "--store", "s.sqlite", "--timings",
      environment: ["LD_PRELOAD": scratch.path("jump.so")])
    let elapsed = ContinuousClock.now - start
    let usual = try SamplePack.made.get()
    #expect(try scratch.files(of: "out/latest") == usual.files)
    let seconds = ended.error.matches(of: /"seconds": ([-0-9.e]+)/).compactMap { Double($0.1) }
    #expect(seconds.count > 5)
    #expect(seconds.allSatisfy { $0 >= 0 && .seconds($0) <= elapsed })
  }
}
