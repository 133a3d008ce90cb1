import Foundation
import Testing

/// The pack of the shipped quarterly pipeline over the samples, made once for all tests that read it.
enum SamplePack {
  /// The files of the pack by path, and what the run wrote.
  struct Made {
    let files: [String: Data]
    let ended: Program.Ended

    func text(_ path: String) -> String { String(decoding: files[path] ?? Data(), as: UTF8.self) }
  }

  static let made = Result {
    let scratch = try Scratch()
    let ended = try scratch.succeed(
      "run", SampleCompanyFiles.quarterly, "--out", "out", "--store", "store.sqlite")
    return Made(files: try scratch.files(of: "out/latest"), ended: ended)
  }
}
