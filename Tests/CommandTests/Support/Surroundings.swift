import Foundation

/// What a machine may or may not have beside the package.
enum Surroundings {
  /// Published logs and figures.
  static let reference = Program.packageRoot.appending(path: "../shared/reference")

  static let hasReference = FileManager.default.fileExists(
    atPath: reference.appending(path: "data/cdnow_master_transactions.csv").path)

  /// A Python that reads workbooks.
  static let python = python(with: "openpyxl")

  /// The first Python on the path that has a module: not every one has each.
  static func python(with module: String) -> URL? {
    program("python3", succeedingWith: ["-c", "import \(module)"])
  }

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
