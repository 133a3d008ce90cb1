package import Diagnostics
import Tabular

/// Writes text whole: beside its place and renamed, or straight into standard output (`-`).
package enum TextFile {
  package static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    let file = try OutputFile(path)
    try file.write(bytes)
    try file.close()
  }

  package static func write(_ text: String, to path: String) throws(Diagnostic) {
    try write(Array(text.utf8), to: path)
  }
}
