import Foundation

/// What a machine may or may not have beside the package.
enum Surroundings {
  /// Published logs and figures.
  static let reference = Program.packageRoot.appending(path: "../shared/reference")

  static let hasReference = FileManager.default.fileExists(
    atPath: reference.appending(path: "data/cdnow_master_transactions.csv").path)

  /// The first Python on the path that reads workbooks: not every one has the package.
  static let python: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":")
    .map { URL(filePath: String($0)).appending(path: "python3") }
    .filter { FileManager.default.isExecutableFile(atPath: $0.path) }
    .first { python in
      let ended = try? Program.run(
        python, ["-c", "import openpyxl"], in: FileManager.default.temporaryDirectory)
      return ended?.status == 0
    }
}
