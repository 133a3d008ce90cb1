import Foundation

/// What a machine may or may not have beside the package.
enum Surroundings {
  /// Published logs and figures.
  static let reference = Program.packageRoot.appending(path: "../shared/reference")

  static let hasReference = FileManager.default.fileExists(
    atPath: reference.appending(path: "data/cdnow_master_transactions.csv").path)

  /// A Python that reads workbooks: that of the system first, since its packages are installed there.
  static let python: URL? = [
    "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3",
  ]
  .map { URL(filePath: $0) }
  .first { python in
    let ended = try? Program.run(
      python, ["-c", "import openpyxl"], in: FileManager.default.temporaryDirectory)
    return ended?.status == 0
  }
}
