package import Diagnostics
import Foundation
import Report
import Values

/// Holds a pack against its manifest, its inputs and settings, and against the same run made again.
package struct PackVerification {
  /// One thing that was held against another.
  package struct Check: Sendable, Equatable {
    package enum Outcome: String, Sendable {
      case same = "ok"
      case differs
      /// Something to hold it against is not there.
      case missing
      /// Not asked for, or of no use after what was found.
      case skipped = "not checked"
    }

    package let name: String
    package let outcome: Outcome
    /// One line: what was compared and what came out.
    package let text: String
    /// What differs, a line each.
    package let details: [String]

    init(_ name: String, _ outcome: Outcome, _ text: String, _ details: [String] = []) {
      self.name = name
      self.outcome = outcome
      self.text = text
      self.details = details
    }
  }

  private let pack: RecordedPack
  private let registry: StageRegistry
  private let threads: Int?
  private let log: RunLog

  package init(
    _ pack: RecordedPack, registry: StageRegistry, threads: Int? = nil, log: RunLog = RunLog()
  ) {
    self.pack = pack
    self.registry = registry
    self.threads = threads
    self.log = log
  }

  /// The checks that need the pack alone.
  package func packChecks() -> [Check] { [manifest(), outputs(), version()] }

  /// The checks against the pipeline and its exports.
  ///
  /// - Parameters:
  ///   - pipeline: the pipeline as it is now, with the as-of date of the pack.
  ///   - archive: a folder in which inputs may lie under any name.
  package func pipelineChecks(
    _ pipeline: LoadedPipeline, archive: String?
  ) throws(Diagnostics) -> [Check] {
    let settings = settings(pipeline)
    let located = LocatedInputs(pack.inputs, pipeline, archive: archive)
    let replay: Check
    if settings.outcome != .same {
      replay = Check("replay", .skipped, "the settings differ, so the run would be another one")
    } else if !located.isWhole {
      replay = Check("replay", .skipped, "not all inputs are as they were")
    } else {
      replay = try Replay(
        pack: pack, pipeline: pipeline, inputs: located, registry: registry, threads: threads,
        log: log
      ).check()
    }
    return [settings, located.check(), replay]
  }

  private func manifest() -> Check {
    let identity = pack.recomputedIdentity
    if identity == pack.identity {
      return Check("manifest", .same, "identity \(identity.prefix(12)) follows from its contents")
    }
    return Check(
      "manifest", .differs, "its contents do not give its identity",
      ["recorded \(pack.identity)", "from its contents \(identity)"])
  }

  private func outputs() -> Check {
    var details: [String] = []
    var isMissing = false
    for file in pack.outputs {
      guard Self.isInside(file.path) else {
        details.append("\(file.path): a path that leaves the folder of the pack")
        continue
      }
      guard let found = PackDigest.of("\(pack.folder)/\(file.path)") else {
        details.append("\(file.path): missing, recorded \(file.sha256)")
        isMissing = true
        continue
      }
      if found != file.sha256 {
        details.append("\(file.path): recorded \(file.sha256), found \(found)")
      }
    }
    let differs = details.count > (isMissing ? details.count { $0.contains(": missing, ") } : 0)
    let extra = extraFiles()
    details += extra.map { "\($0): not of the pack" }
    let count = pack.outputs.count
    if details.isEmpty { return Check("outputs", .same, "\(count) files, every hash right") }
    return Check(
      "outputs", differs || !extra.isEmpty ? .differs : .missing,
      "\(count) files recorded, \(details.count) not as recorded", details)
  }

  /// Files in the folder that the manifest does not list.
  private func extraFiles() -> [String] {
    let root = (pack.folder as NSString).resolvingSymlinksInPath
    let listed = Set(pack.outputs.map(\.path) + [Manifest.fileName])
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return paths.filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
      return !isFolder.boolValue && !listed.contains(path)
    }.sorted()
  }

  static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }

  private func version() -> Check {
    let own = ProgramVersion.text
    if pack.version == own { return Check("version", .same, own) }
    return Check("version", .differs, "the pack is of \(pack.version), this program is \(own)")
  }

  private func settings(_ pipeline: LoadedPipeline) -> Check {
    let now = RecordedPack.settings(
      PackOrigin.settings(of: pipeline), PackOrigin.steps(of: pipeline))
    let differences = TextDifferences(pack.settings, now).all
    if differences.isEmpty { return Check("settings", .same, "\(now.count) values") }
    return Check(
      "settings", .differs, "\(differences.count) of \(now.count) values differ",
      differences.map {
        "\($0.name): recorded \($0.before ?? "nothing"), now \($0.now ?? "nothing")"
      })
  }
}

extension PackVerification.Check {
  /// Settings, inputs and the run cannot be checked.
  package static func noPipeline(_ name: String) -> PackVerification.Check {
    PackVerification.Check(
      "pipeline", .missing,
      "'\(name)' is neither here nor in Pipelines: settings, inputs and the run are not checked",
      ["name it with --pipeline FILE, or check the files alone with --outputs-only"])
  }
}
