import Foundation
import Testing

/// A folder of one test in which the program runs; gone when the test ends.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Runs the program in this folder.
  func run(
    _ arguments: String..., environment: [String: String] = [:], input: String? = nil
  ) throws -> Program.Ended {
    try Program.run(
      arguments, in: folder, environment: environment, input: input.map { Data($0.utf8) })
  }

  /// Runs the program, which must succeed.
  @discardableResult
  func succeed(
    _ arguments: String..., environment: [String: String] = [:], input: String? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws -> Program.Ended {
    let ended = try Program.run(
      arguments, in: folder, environment: environment, input: input.map { Data($0.utf8) })
    try #require(ended.status == 0, "\(ended.error)", sourceLocation: location)
    return ended
  }

  /// All files below a folder with their bytes, by relative path.
  func files(of name: String) throws -> [String: Data] {
    let root = folder.appending(path: name).resolvingSymlinksInPath()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    var files: [String: Data] = [:]
    for path in paths {
      let url = root.appending(path: path)
      if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { continue }
      files[path] = try Data(contentsOf: url)
    }
    return files
  }
}
