import Exports
import Foundation
import Testing

@testable import Pipeline

@Suite struct PathsTests {
  @Test(arguments: [
    ("orders-2025.csv", "orders-*.csv", true), ("orders-.csv", "orders-*.csv", true),
    ("orders.csv", "orders-*.csv", false), ("my-orders-1.csv", "orders-*.csv", false),
    ("orders-1.csv.bak", "orders-*.csv", false), ("abcabc", "a*bc*c", true),
    ("abc", "a*bc*c", false), ("aXbYc", "a*b*c", true), ("acb", "a*b*c", false), ("x", "*", true),
    ("aba", "ab*ba", false), ("订单-1.csv", "订单*", true),
  ])
  func `a star stands for any letters`(_ name: String, _ pattern: String, _ fits: Bool) {
    #expect(FilePattern.fits(name, pattern) == fits)
  }

  @Test(arguments: [
    ("a.csv", "data", "data/a.csv"), ("/x/a.csv", "data", "/x/a.csv"), ("a.csv", ".", "a.csv"),
    ("../a.csv", "Pipelines", "a.csv"), ("../a.csv", "/x/y", "/x/a.csv"),
  ])
  func `a path is relative to its folder`(_ path: String, _ folder: String, _ resolved: String) {
    #expect(Paths.resolve(path, from: folder) == resolved)
  }

  @Test func `matches come in the order of their bytes, by the name the pipeline gives`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "paths-\(UUID().uuidString)")
    let inner = folder.appending(path: "in")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["o-10.csv", "o-2.csv", "O-1.csv", "o-é.csv", "o-1.csv", "other.txt"] {
      try Data().write(to: inner.appending(path: name))
    }
    let found = Paths.matches("in/o-*.csv", in: folder.path)
    #expect(found.map(\.name) == ["in/o-1.csv", "in/o-10.csv", "in/o-2.csv", "in/o-é.csv"])
    #expect(found.map(\.path) == found.map { "\(folder.path)/\($0.name)" })
    #expect(Paths.matches("in/x-*.csv", in: folder.path).isEmpty)
    #expect(Paths.matches("none/*.csv", in: folder.path).isEmpty)
    #expect(Paths.matches("in/other.txt", in: folder.path).map(\.name) == ["in/other.txt"])
    #expect(Paths.matches("in/others.txt", in: folder.path).isEmpty)
  }
}
