import Foundation
import FuzzChecks

/// What a fuzzing process runs on: one binary has all targets, `FUZZ_TARGET` says which it is.
enum FuzzRun {
  static let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let known = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      fatalError("FUZZ_TARGET is one of \(known), found '\(name)'")
    }
    return target
  }()

  /// Where the files that inputs stand for are written.
  static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      fatalError("there is no folder for the files of inputs: \(error)")
    }
    return folder
  }()
}

/// What libFuzzer, which brings the `main` of this program, calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  do throws(FuzzFinding) {
    try FuzzRun.target.check(
      Array(UnsafeBufferPointer(start: start, count: count)), in: FuzzRun.folder)
  } catch {
    fatalError(error.description)
  }
  return 0
}
