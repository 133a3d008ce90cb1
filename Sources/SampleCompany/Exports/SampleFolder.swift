import Diagnostics
import Tabular

/// The folder that samples are written to.
struct SampleFolder {
  let path: String

  /// Makes the folder and those above it where they are missing.
  init(_ path: String) throws(Diagnostic) {
    self.path = path
    try DraftFolder.make(path)
  }

  /// Writes a file whole or not at all.
  func write(_ file: SampleFile) throws(Diagnostic) {
    let output = try OutputFile("\(path)/\(file.name)")
    try output.write(file.bytes)
    try output.close()
  }
}
