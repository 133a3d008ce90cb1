import Diagnostics
import Exports
import Foundation
import Report
import Stages
import Testing
import Values

@testable import Pipeline

/// Pipeline files that are read with paths resolved and steps prepared.
@Suite final class LoadedPipelineTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "load-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["orders-1.csv", "orders-2.csv", "rates.csv"] {
      try Data("x\n".utf8).write(to: folder.appending(path: name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static let yaml = """
    as_of: 2025-12-31
    exports:
      orders: { files: orders-*.csv, exclude: { status: cancelled } }
      rates: rates.csv
    steps:
      - stage: ledger
      - stage: rfm
        as: value
        settings: { bins: 4 }

    """

  private func load(
    _ yaml: String = yaml, _ change: (inout LoadedPipeline.Changes) throws -> Void = { _ in }
  ) throws -> LoadedPipeline {
    let path = folder.appending(path: "p.yaml")
    try Data(yaml.utf8).write(to: path)
    var changes = LoadedPipeline.Changes()
    try change(&changes)
    return try LoadedPipeline.load(path.path, changes: changes, registry: registry)
  }

  private func account(
    _ files: [FileAccount] = [FileAccount(file: "a", contract: "orders", sha256: "1")]
  )
    -> Account
  { Account(files: files) }

  /// The identity of a pack without figures of an earlier run.
  private func identity(_ pipeline: LoadedPipeline, _ account: Account) throws -> String {
    PackOrigin(pipeline, account, MergeOutcome(), PreviousMeasures()).identity
  }

  @Test func `files are found beside the pipeline, rates come first`() throws {
    let loaded = try load()
    #expect(loaded.exports.map(\.contract.name) == ["rates", "orders"])
    #expect(loaded.exports.last?.files.map(\.name) == ["orders-1.csv", "orders-2.csv"])
    #expect(loaded.steps.map(\.id) == ["ledger", "value"])
    let parent = folder.deletingLastPathComponent()
    #expect(loaded.outPath == parent.appending(path: "Output").path)
    #expect(loaded.storePath.hasSuffix("/Output/clientele.sqlite"))
    #expect(loaded.packs.map(\.name) == ["review"])
  }

  @Test func `the command line wins over the file`() throws {
    let loaded = try load {
      $0.asOf = Day(iso: "2025-06-30")
      $0.store = "s.sqlite"
      $0.out = "packs"
      $0.language = .simplifiedChinese
      $0.overrides = [try Override("currency=USD")]
    }
    #expect(loaded.asOf.iso == "2025-06-30")
    #expect(loaded.storePath == "s.sqlite")
    #expect(loaded.outPath == "packs")
    #expect(loaded.packs.first?.languages == [.simplifiedChinese])
    #expect(loaded.file.currency.code == "USD")
  }

  @Test func `what is wrong with steps, exports and packs is told together`() throws {
    let problems = try #require(throws: Diagnostics.self) {
      _ = try load(
        """
        as_of: 2025-12-31
        exports:
          orders: missing-*.csv
        steps:
          - stage: rfm
          - stage: rfm
          - stage: satisfaction
          - stage: ledger
            as: a b
        packs:
          - pages: [rfm, nothing]

        """)
    }
    #expect(
      problems.places == [
        "3:11 no-export", "6:5 duplicate-step", "7:5 missing-export", "8:5 step-id",
        "11:12 unknown-step",
      ])
  }

  @Test func `the identity is the same for the same pipeline and account`() throws {
    #expect(try identity(load(), account()) == identity(load(), account()))
    #expect(try identity(load(), account()).count == 64)
  }

  @Test func `the identity ignores where things lie`() throws {
    let first = try identity(load(), account())
    let second = try identity(
      load {
        $0.store = "elsewhere.sqlite"
        $0.out = "elsewhere"
      }, account())
    #expect(first == second)
  }

  @Test(arguments: [
    "currency=USD", "as_of=2025-12-30", "zero_amount=ignore", "min_cell=7", "list_rows=10",
    "title=Other", "company=Other", "time_zone=+08:00", "steps.value.bins=5",
    "steps.ledger.refunds=ignore", "steps.ledger.scope=internal", "packs=[{languages: [zh-Hans]}]",
    "packs=[{name: other}]", "targets={value.customers: 5}", "exports.orders.grain=order",
    "exports.orders.exclude={status: open}",
  ])
  func `the identity knows everything that stands in a pack`(_ option: String) throws {
    let changed = try load { $0.overrides = [try Override(option)] }
    #expect(try identity(changed, account()) != identity(load(), account()))
  }

  @Test func `the identity knows the files`() throws {
    let loaded = try load()
    let base = FileAccount(file: "a", contract: "orders", sha256: "1")
    var other = base
    other.sha256 = "2"
    let first = try identity(loaded, account([base]))
    #expect(try identity(loaded, account([other])) != first)
    #expect(try identity(loaded, account([base, other])) != first)
  }

  @Test(arguments: [
    ("2025-12-31", "Q4 2025", "2025 年第 4 季度"), ("2025-03-31", "Q1 2025", "2025 年第 1 季度"),
    ("2024-02-29", "Q1 2024 to 2024-02-29", "2024 年第 1 季度（至 2024-02-29）"),
    ("2025-12-30", "Q4 2025 to 2025-12-30", "2025 年第 4 季度（至 2025-12-30）"),
    ("2025-10-01", "Q4 2025 to 2025-10-01", "2025 年第 4 季度（至 2025-10-01）"),
  ])
  func `the period of a pack is the quarter, and its last day where it is not over`(
    _ day: String, _ english: String, _ chinese: String
  ) throws {
    let asOf = try #require(Day(iso: day))
    func period(_ language: Language) throws -> String {
      PackComposer(
        pipeline: try load().file, asOf: asOf, version: "1", account: account(), steps: [],
        language: language
      ).period
    }
    #expect(try period(.english) == english)
    #expect(try period(.simplifiedChinese) == chinese)
  }

  @Test func `a pack without findings says so, and lists the pages that it has`() throws {
    let document = PackComposer(
      pipeline: try load().file, asOf: try #require(Day(iso: "2025-12-31")), version: "1",
      account: account(), steps: [], language: .english
    ).document()
    #expect(document.pages.map(\.anchor) == ["cover", "summary", "appendix"])
    #expect(document.pages[1].headline == "Nothing in this period calls for attention.")
  }

  @Test func `a manifest gives back the files it lists, and anything else none`() throws {
    let files = [
      PackFile(path: "a.md", bytes: 3, sha256: "x"),
      PackFile(path: "b/c.csv", bytes: 0, sha256: "y"),
    ]
    let origin = PackOrigin(try load(), account(), MergeOutcome(), PreviousMeasures())
    let manifest = Manifest(
      origin: origin, pipeline: "p.yaml", erasedCustomers: 0, files: files, lists: [])
    let bytes = Data(manifest.encoded())
    #expect(Manifest.files(in: bytes) == files)
    #expect(Manifest.files(in: Data("{}".utf8)) == nil)
    #expect(Manifest.files(in: Data("no JSON".utf8)) == nil)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"identity\": \"\(origin.identity)\""))
    let tree = try #require(ManifestTree(bytes))
    #expect(Manifest.identity(of: tree.members) == origin.identity)
    #expect(!text.contains(folder.path))
  }
}
