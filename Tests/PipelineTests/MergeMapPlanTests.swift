import Diagnostics
import Exports
import Foundation
import Testing

@testable import Pipeline

/// Merge maps inline, in YAML and in CSV, with the places of what is wrong.
@Suite final class MergeMapPlanTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "merge-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func load(_ yaml: String) throws -> MergeMap {
    var problems = Diagnostics()
    let file = PipelineFile.read(try tree(yaml), &problems) ?? PipelineFile()
    try problems.throwIfAny()
    return try file.mergeMap.load(from: folder.path)
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  @Test func `inline, YAML and CSV make the same map`() throws {
    try write("m.csv", "customer_id,merge_into,reason\nC-17,C-4,phone\n0012,C-17,name\n")
    try write("m.yaml", "C-17: C-4\n0012: C-17\n")
    let inline = try load("merge_map: { C-17: C-4, 0012: C-17 }")
    #expect(inline.customers == ["0012", "C-17"])
    #expect(inline.target(of: "0012") == "C-4")
    #expect(try load("merge_map: m.csv").identity == inline.identity)
    #expect(try load("merge_map: m.yaml").identity == inline.identity)
    #expect(try load("merge_map:").isEmpty)
    #expect(try load("min_cell: 3").isEmpty)
  }

  @Test(
    arguments: [
      ("merge_map: { a: a }", ["1:14 merge-self"]),
      ("merge_map:\n  a: b\n  b: c\n  c: a\n", ["2:3 merge-circle"]),
      ("merge_map:\n  a: b\n  a: c\n", ["2:3 duplicate-key"]),
      ("merge_map: { a: [b] }", ["1:17 wrong-type"]), ("merge_map: [a]", ["1:12 wrong-type"]),
      ("merge_map: ''", ["1:12 wrong-type"]), ("merge_map: none.csv", ["1:12 no-merge-map"]),
      ("merge_map: { a: '' }", ["1:14 merge-empty"]),
    ])
  func `what is wrong is told at its place`(_ yaml: String, _ places: [String]) {
    do {
      _ = try load(yaml)
      Issue.record("nothing was wrong")
    } catch let error as Diagnostics {
      #expect(error.places == places)
    } catch let error as Diagnostic {
      #expect(Diagnostics([error]).places == places)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func `places in files name the file`() throws {
    try write("m.csv", "customer_id,merge_into\na,b\nb,b\n")
    try write("m.yml", "a: b\nb: b\n")
    try write("list.yaml", "- a\n")
    for (name, line) in [("m.csv", 3), ("m.yml", 2), ("list.yaml", 1)] {
      let error = #expect(throws: Diagnostics.self) { try load("merge_map: \(name)") }
      #expect(error?.all.map(\.place?.file) == [name])
      #expect(error?.all.map(\.place?.line) == [line])
      #expect(error?.kind == .configuration)
    }
  }
}
