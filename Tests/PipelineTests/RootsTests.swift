import Diagnostics
import Foundation
import Stages
import Testing

@testable import Pipeline

/// Paths of a pipeline file stay inside its folders, links and `..` followed.
@Suite final class RootsTests {
  private let folder: URL
  private let manager = FileManager.default

  init() throws {
    folder = manager.temporaryDirectory.appending(path: "roots-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    for name in ["project/Pipelines/sub", "project/data", "elsewhere/deep"] {
      try manager.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    for name in ["project/data/orders.csv", "elsewhere/orders.csv"] {
      try Data("order_id,customer_id,order_date,amount\n".utf8)
        .write(to: folder.appending(path: name))
    }
  }

  deinit { try? manager.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func link(_ name: String, to target: String) throws {
    try manager.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  private func roots(_ pipeline: String, allowed: [String] = []) -> Roots {
    Roots(pipeline: path(pipeline), allowed: allowed.map(path))
  }

  @Test(arguments: [
    ("project/p.yaml", "project/data/orders.csv", true), ("project/p.yaml", "project", true),
    ("project/p.yaml", "project/new/deep/x.sqlite", true),
    ("project/p.yaml", "elsewhere/orders.csv", false), ("project/p.yaml", "", false),
    ("project/p.yaml", "project-2/x", false), ("project/p.yaml", "project/../elsewhere", false),
    ("project/p.yaml", "project/new/../../elsewhere/x", false),
    ("project/p.yaml", "project/new/../x", true),
    // The folder above is the project where the pipeline is in `Pipelines`, and only there.
    ("project/Pipelines/p.yaml", "project/data/orders.csv", true),
    ("project/Pipelines/p.yaml", "elsewhere", false),
    ("project/Pipelines/sub/p.yaml", "project/data", false),
    ("project/data/p.yaml", "project/Pipelines", false),
  ])
  func `what lies below the folder of the pipeline is inside`(
    _ pipeline: String, _ name: String, _ isInside: Bool
  ) {
    #expect(roots(pipeline).contains(path(name)) == isInside)
  }

  @Test func `a link is what it points to, also to nothing yet`() throws {
    try link("project/out", to: path("elsewhere"))
    try link("project/inner", to: "data")
    try link("project/new.sqlite", to: path("elsewhere/new.sqlite"))
    try link("project/up", to: "../elsewhere/deep")
    try link("project/round", to: "round")
    try link("entry", to: path("project"))
    let roots = roots("project/p.yaml")
    for name in ["out", "out/orders.csv", "out/not/there", "new.sqlite", "up", "up/x"] {
      #expect(!roots.contains(path("project/\(name)")), "\(name)")
    }
    for name in ["inner", "inner/orders.csv", "inner/not/there", "round"] {
      #expect(roots.contains(path("project/\(name)")), "\(name)")
    }
    // A pipeline that is reached over a link has the real folder as its own.
    #expect(self.roots("entry/p.yaml").contains(path("project/data")))
    #expect(roots.contains(path("entry/data")))
  }

  @Test func `the command line may allow more, below that folder only`() {
    let roots = roots("project/p.yaml", allowed: ["elsewhere/deep"])
    #expect(roots.contains(path("elsewhere/deep/x")))
    #expect(!roots.contains(path("elsewhere/orders.csv")))
    #expect(self.roots("project/p.yaml", allowed: ["elsewhere"]).contains(path("elsewhere/x")))
  }

  @Test func `the folder of everything is a root only where it is asked for`() {
    #expect(!Roots(pipeline: "/p.yaml", allowed: []).contains("/etc/passwd"))
    #expect(Roots(pipeline: "/p.yaml", allowed: ["/"]).contains("/etc/passwd"))
  }

  private func load(
    _ yaml: String, _ change: (inout LoadedPipeline.Changes) throws -> Void = { _ in }
  ) throws -> Diagnostics {
    let file = path("project/p.yaml")
    try Data(("as_of: 2025-01-31\nsteps: [{ stage: ledger }]\n" + yaml).utf8)
      .write(to: URL(filePath: file))
    var changes = LoadedPipeline.Changes()
    try change(&changes)
    do throws(Diagnostics) {
      _ = try LoadedPipeline.load(file, changes: changes, registry: registry)
      return Diagnostics()
    } catch {
      return error
    }
  }

  @Test func `each path of the file is judged at its place`() throws {
    try link("project/data/linked.csv", to: path("elsewhere/orders.csv"))
    let problems = try load(
      """
      out: ../elsewhere/out
      store: \(path("elsewhere"))/s.sqlite
      exports:
        orders: [data/orders.csv, ../elsewhere/orders.csv, data/li*.csv, ../elsewhere/*.csv]

      """)
    #expect(
      problems.places.sorted() == [
        "3:6 outside-roots", "4:8 outside-roots", "6:29 outside-roots", "6:54 outside-roots",
        "6:68 outside-roots",
      ])
    #expect(problems.kind == .configuration)
    let linked = problems.all.first { $0.message.contains("linked.csv") }
    #expect(linked?.message.contains(path("elsewhere/orders.csv")) == true)
    #expect(linked?.help?.contains("--allow-path \(path("elsewhere/orders.csv"))") == true)
  }

  @Test func `a folder of data outside is told once, not with all its files`() throws {
    let problems = try load("data: ../elsewhere\nexports: { orders: [orders.csv, o*.csv] }\n")
    #expect(problems.all.first?.code == "outside-roots")
    #expect(problems.all.filter { $0.code == "outside-roots" }.count == 1)
  }

  @Test func `what the command line names is free`() throws {
    let yaml =
      "data: ../elsewhere\nout: ../o\nstore: ../s.sqlite\nexports: { orders: orders.csv }\n"
    #expect(try load(yaml).all.count >= 3)
    #expect(
      try load(yaml) {
        $0.out = "o"
        $0.store = "s.sqlite"
        $0.overrides = [try Override("data=\(path("elsewhere"))")]
      }.isEmpty)
    #expect(try load(yaml) { $0.allowedPaths = [folder.path] }.isEmpty)
    let given = "exports.orders=\(path("elsewhere/orders.csv"))"
    #expect(
      try load("exports: { orders: data/orders.csv }\n") { $0.overrides = [try Override(given)] }
        .isEmpty)
  }
}
