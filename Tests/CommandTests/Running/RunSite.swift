import Exports
import Foundation
import GRDB
import Testing

/// A folder with a pack of last year in which a run is to make the pack of this year; copied afresh
/// for every disturbance, and told what an undisturbed run makes of it.
final class RunSite {
  /// What the undisturbed run made, by path in the pack.
  let expected: [String: Data]
  let oldPack: String
  let newPack: String
  private let scratch: Scratch
  private let oldFiles: [String: Data]

  static let arguments = [
    "run", "new.yaml", "--out", "out", "--store", "store.sqlite", "--threads", "1",
    "--allow-path", Program.packageRoot.path,
  ]

  /// - Parameters: the two pipelines, and the exports beside them.
  init(old: String, new: String, files: [String: String] = [:]) throws {
    scratch = try Scratch()
    try scratch.write("before/old.yaml", old)
    try scratch.write("before/new.yaml", new)
    for (name, text) in files { try scratch.write("before/\(name)", text) }
    let before = scratch.folder.appending(path: "before")
    let first = try Program.run(["run", "old.yaml"] + Self.arguments.dropFirst(2), in: before)
    try #require(first.status == 0, "\(first.error)")
    oldPack = try RunSite.latest(in: before)
    oldFiles = try scratch.files(of: "before/out/\(oldPack)")
    let undisturbed = scratch.folder.appending(path: "undisturbed")
    try FileManager.default.copyItem(at: before, to: undisturbed)
    let second = try Program.run(Self.arguments, in: undisturbed)
    try #require(second.status == 0, "\(second.error)")
    newPack = try RunSite.latest(in: undisturbed)
    try #require(newPack != oldPack)
    expected = try scratch.files(of: "undisturbed/out/\(newPack)")
  }

  /// Seconds that an undisturbed run works: the median of three.
  func measuredSeconds() throws -> Double {
    var seconds: [Double] = []
    for _ in 0..<3 {
      let folder = try fresh()
      defer { discard(folder) }
      seconds.append(try Stopped.length(Self.arguments, in: folder))
    }
    return seconds.sorted()[1]
  }

  /// The folder as it was before the run.
  func fresh() throws -> URL {
    let folder = scratch.folder.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(at: scratch.folder.appending(path: "before"), to: folder)
    return folder
  }

  func discard(_ folder: URL) { try? FileManager.default.removeItem(at: folder) }

  /// What must hold at once after a run that was stopped anywhere.
  func expectNothingLost(in folder: URL, _ story: String) throws {
    let old = folder.appending(path: "out/\(oldPack)")
    #expect(try RunSite.isWhole(old), "the old pack is whole: \(story)")
    #expect(try RunSite.files(of: old) == oldFiles, "\(story)")
    let latest = try RunSite.latest(in: folder)
    #expect([oldPack, newPack].contains(latest), "\(story)")
    #expect(try RunSite.isWhole(folder.appending(path: "out/\(latest)")), "\(latest): \(story)")
    #expect(try integrity(in: folder) == ["ok"], "\(story)")
  }

  /// The next run makes what an undisturbed one makes, and leaves nothing beside it.
  func expectNextRunIsClean(in folder: URL, _ story: String) throws {
    let next = try Program.run(Self.arguments, in: folder)
    #expect(next.status == 0, "\(next.error) after \(story)")
    #expect(try RunSite.latest(in: folder) == newPack, "\(story)")
    let made = try RunSite.files(of: folder.appending(path: "out/\(newPack)"))
    #expect(made == expected, "\(story)")
    let out = try RunSite.names(in: folder.appending(path: "out"))
    #expect(out == [oldPack, newPack, "latest"].sorted(), "\(story)")
    let beside = try RunSite.names(in: folder).filter {
      $0.hasPrefix("store.") || $0.hasPrefix(".")
    }
    #expect(beside == ["store.sqlite"], "\(story)")
    #expect(try integrity(in: folder) == ["ok"], "\(story)")
  }

  /// What lies in the folder of packs and is no pack and no link.
  func drafts(in folder: URL) throws -> [String] {
    try RunSite.names(in: folder.appending(path: "out")).filter { $0.hasPrefix(".") }
  }

  /// SQLite's own check, on a copy: the first to open the store takes back what was unfinished.
  private func integrity(in folder: URL) throws -> [String] {
    let copy = scratch.folder.appending(path: "integrity-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: copy) }
    for name in try RunSite.names(in: folder) where name.hasPrefix("store.sqlite") {
      try FileManager.default.copyItem(
        at: folder.appending(path: name), to: copy.appending(path: name))
    }
    let queue = try DatabaseQueue(path: copy.appending(path: "store.sqlite").path)
    return try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
  }

  static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private static func latest(in folder: URL) throws -> String {
    try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.appending(path: "out/latest").path)
  }

  private static func files(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appending(path: path)
      if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { continue }
      files[path] = try Data(contentsOf: url)
    }
    return files
  }

  /// Whether every file of the manifest is there with its hash, and no other.
  static func isWhole(_ pack: URL) throws -> Bool {
    struct Manifest: Decodable {
      struct Output: Decodable {
        let path: String
        let sha256: String
      }
      let outputs: [Output]
    }
    let files = try files(of: pack)
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: files["manifest.json"] ?? Data())
    return Set(files.keys) == Set(manifest.outputs.map(\.path) + ["manifest.json"])
      && manifest.outputs.allSatisfy {
        files[$0.path].map { ContentHash.of(Array($0)) } == $0.sha256
      }
  }
}

/// `CRASH=1`: every moment and every write, instead of some of them.
enum CrashSearch {
  static let isWhole = ProcessInfo.processInfo.environment["CRASH"] == "1"
}
