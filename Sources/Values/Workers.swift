#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Runs one piece of work on several threads and waits for all of them.
package enum Workers {
  /// One worker a processor.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Calls `body` with 0 ..< `count`, each on a thread of its own; the caller's is the first.
  package static func run(_ count: Int, _ body: (Int) -> Void) {
    guard count > 1 else {
      body(0)
      return
    }
    withoutActuallyEscaping(body) { body in
      var threads: [pthread_t] = []
      for number in 1..<count {
        let start = Unmanaged.passRetained(Start(number, body))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        #if canImport(Glibc)
        var thread = pthread_t()
        #else
        var thread: pthread_t?
        #endif
        let code = pthread_create(&thread, &attributes, Workers.entry, start.toOpaque())
        pthread_attr_destroy(&attributes)
        guard code == 0 else {
          // No thread to be had: the work is done here, later.
          start.release()
          body(number)
          continue
        }
        #if canImport(Glibc)
        threads.append(thread)
        #else
        if let thread { threads.append(thread) }
        #endif
      }
      body(0)
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  /// Calls `body` with each of 0 ..< `pieces` and the number of the worker that took it, spread over
  /// at most `threads` workers.
  package static func share(
    _ pieces: Int, threads: Int, _ body: (_ piece: Int, _ worker: Int) -> Void
  ) {
    let lock = Lock()
    var next = 0
    run(max(1, min(threads, pieces))) { worker in
      while true {
        let piece = lock.locked {
          next += 1
          return next - 1
        }
        if piece >= pieces { return }
        body(piece, worker)
      }
    }
  }

  private final class Start {
    let number: Int
    let body: (Int) -> Void
    init(_ number: Int, _ body: @escaping (Int) -> Void) {
      self.number = number
      self.body = body
    }
  }

  #if canImport(Glibc)
  private static let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
    { argument in
      if let argument {
        let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
        start.body(start.number)
      }
      return nil
    }
  #else
  private static let entry: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
    { argument in
      let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
      start.body(start.number)
      return nil
    }
  #endif
}
