import Foundation
import Report
import Testing

@testable import Pipeline

/// A manifest read back gives the identity that was written into it.
@Suite struct ManifestTreeTests {
  @Test func `values are read back by path, numbers that are whole without a fraction`() throws {
    let value = JSONValue.object([
      "b": .array([.number(45), .number(0.1), .integer(9_007_199_254_740_993)]),
      "a": .object(["empty": .array([]), "text": .string("x\n\"y\""), "none": .null]),
      "c": .bool(true), "d": .object([]),
    ])
    let tree = try #require(ManifestTree(Data(value.encoded(indented: true))))
    let lines = tree.root.lines().map { "\($0.path)=\($0.text)" }
    #expect(
      lines == [
        "a.empty=[]", "a.none=null", "a.text=\"x\\n\\\"y\\\"\"", "b[0]=45", "b[1]=0.1",
        "b[2]=9007199254740993", "c=true", "d={}",
      ])
    #expect(value.lines().map { "\($0.path)=\($0.text)" } == lines)
  }

  @Test(arguments: [0.1, 1e-300, 1e300, -0.0, 123_456_789.123_456_78, 1.0 / 3, 4e15, 1e19])
  func `a number has one text, written and read back`(_ number: Double) throws {
    let value = JSONValue.object(["n": .number(number)])
    let tree = try #require(ManifestTree(Data(value.encoded())))
    #expect(tree.root.lines().map(\.text) == value.lines().map(\.text))
  }

  @Test
  func `every value that a pack was made from changes the identity, what lies beside does not`() {
    let members: [JSONValue.Member] = [
      .init("version", .string("1")), .init("inputs", .array([.string("a")])),
    ]
    let identity = Manifest.identity(of: members)
    let aside = ["identity", "pipeline", "erased_customers", "lists", "outputs"]
    #expect(
      Manifest.identity(of: members + aside.map { .init($0, .string("anything")) }) == identity)
    #expect(Manifest.identity(of: members + [.init("targets", .null)]) != identity)
    #expect(
      Manifest.identity(of: [members[0], .init("inputs", .array([.string("b")]))]) != identity)
  }

  @Test(arguments: ["", "no JSON", "{\"a\":", "[1,"])
  func `what is no JSON is no manifest`(_ text: String) {
    #expect(ManifestTree(Data(text.utf8)) == nil)
  }
}
