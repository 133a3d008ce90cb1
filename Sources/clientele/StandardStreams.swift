import Foundation

/// Standard input, output and error as the program finds them.
enum StandardStreams {
  /// Takes the place of those that are closed, so that no file of ours is opened under their number
  /// and written to as if it were the terminal. Writing to a closed standard output still fails.
  static func fill() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
      _ = open("/dev/null", number == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
