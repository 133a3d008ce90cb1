import Exports
import Foundation

/// The inputs of a pack, as far as they are still there with the bytes they had.
struct LocatedInputs {
  /// In the order in which the store took them, with where they lie now.
  let files: [(input: RecordedPack.Input, path: String?)]
  private let details: [String]
  private let isChanged: Bool
  /// Files that the pipeline names today and the pack does not know.
  private let later: [String]

  var isWhole: Bool { files.allSatisfy { $0.path != nil } }

  /// Looks at the place of each input below the data folder, then for its bytes in the archive.
  init(_ inputs: [RecordedPack.Input], _ pipeline: LoadedPipeline, archive: String?) {
    let archived = archive.map(Self.digests) ?? [:]
    var details: [String] = []
    var isChanged = false
    files = inputs.map { input in
      let place = Paths.resolve(input.file, from: pipeline.dataPath)
      let found = PackDigest.of(place)
      if found == input.sha256 { return (input, place) }
      if let other = archived[input.sha256] { return (input, other) }
      let name = "\(input.file) (\(input.contract))"
      if let found {
        details.append("\(name): recorded \(input.sha256), found \(found)")
        isChanged = true
      } else {
        details.append("\(name): missing, recorded \(input.sha256)")
      }
      return (input, nil)
    }
    let known = Set(inputs.map { "\($0.contract)/\($0.file)" })
    later = pipeline.exports.flatMap { set in
      set.files.filter { !known.contains("\(set.contract.name)/\($0.name)") }.map(\.name)
    }
    self.details = details
    self.isChanged = isChanged
  }

  private static func digests(_ folder: String) -> [String: String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var digests: [String: String] = [:]
    for name in names.sorted() {
      let path = (folder as NSString).appendingPathComponent(name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue, let digest = PackDigest.of(path)
      else { continue }
      digests[digest] = digests[digest] ?? path
    }
    return digests
  }

  func check() -> PackVerification.Check {
    let notes = later.map { "\($0): named by the pipeline today, not in the pack" }
    guard !isWhole else {
      return .init("inputs", .same, "\(files.count) files with the bytes they had", notes)
    }
    let gone = files.count { $0.path == nil }
    return .init(
      "inputs", isChanged ? .differs : .missing,
      "\(gone) of \(files.count) files are not there with the bytes they had", details + notes)
  }
}
