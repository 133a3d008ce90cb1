import Foundation

/// What a machine may or may not have beside the package.
enum Surroundings {
  /// Published logs and figures.
  static let reference = Program.packageRoot.appending(path: "../shared/reference")

  static let hasReference = FileManager.default.fileExists(
    atPath: reference.appending(path: "data/cdnow_master_transactions.csv").path)

  /// The first Python on the path that reads workbooks: not every one has the package.
  static let python = program("python3", succeedingWith: ["-c", "import openpyxl"])

  /// The first program of that name on the path that succeeds with those arguments.
  static func program(_ name: String, succeedingWith arguments: [String]) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "")
      .split(separator: ":")
      .map { URL(filePath: String($0)).appending(path: name) }
      .filter { FileManager.default.isExecutableFile(atPath: $0.path) }
      .first { program in
        let ended = try? Program.run(
          program, arguments, in: FileManager.default.temporaryDirectory)
        return ended?.status == 0
      }
  }
}
