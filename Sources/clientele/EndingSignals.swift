import Foundation
import Tabular

/// SIGINT, SIGTERM and SIGHUP: what was begun is removed, then the program ends by the signal, as
/// whoever sent it expects (130, 143 and 129 in a shell).
///
/// A thread of its own waits for them, so that the end may take locks and touch files wherever the
/// run is. The store needs no hand: SQLite takes an unfinished transaction back when it is opened.
enum EndingSignals {
  private static let names: [(signal: Int32, name: String)] = [
    (SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP"),
  ]

  /// Call before there is another thread: all later ones leave the signals to that of this type.
  static func watch() {
    // A reader that has gone is found by the write that fails.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow: the write says so, and what was begun is removed.
    signal(SIGXFSZ, SIG_IGN)
    var watched = sigset_t()
    sigemptyset(&watched)
    // `nohup` and shells that start a job in the background have some ignored: so it stays.
    for (signal, _) in names where !isIgnored(signal) { sigaddset(&watched, signal) }
    pthread_sigmask(SIG_BLOCK, &watched, nil)
    let thread = Thread { [watched] in
      var set = watched
      var found: Int32 = 0
      while sigwait(&set, &found) != 0 {}
      end(by: found)
    }
    thread.start()
  }

  private static func end(by number: Int32) -> Never {
    Drafts.ofProcess.abandon()
    let name = names.first { $0.signal == number }?.name ?? "signal \(number)"
    Console.error(
      """
      error: stopped by \(name) [stopped]
        help: nothing is left half-made; run the same command again
      """)
    die(by: number)
  }

  /// Ends the program as if the signal had never been caught.
  static func die(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    _exit(128 + number)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    #if canImport(Glibc)
    let handler = action.__sigaction_handler.sa_handler
    #else
    let handler = action.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
