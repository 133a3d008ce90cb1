import Diagnostics
import Foundation
import SampleCompany
import Testing
import Values

@Suite struct GeneratorTests {
  @Test func `the same arguments give the same bytes, another seed others`() throws {
    let first = try files(of: Generator(customers: 80, orders: 400, seed: 3))
    let again = try files(of: Generator(customers: 80, orders: 400, seed: 3))
    let other = try files(of: Generator(customers: 80, orders: 400, seed: 4))
    #expect(first == again)
    #expect(first["orders-2025Q1.csv"] != other["orders-2025Q1.csv"])
    #expect(first["customers.csv"] != other["customers.csv"])
  }

  @Test func `the committed samples are what the program makes, under five megabytes`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Samples")
    let fresh = try committedFiles.get()
    var size = 0
    for file in fresh.values {
      let stored = try Data(contentsOf: folder.appending(path: file.name))
      #expect(Array(stored) == file.bytes, "\(file.name): run `make samples`")
      size += file.bytes.count
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(fresh.keys).union(["README.md"]))
    #expect(size < 5_000_000)
  }

  @Test(arguments: [(1, 1), (2, 40), (40, 10), (200, 1500), (1200, 9000)])
  func `there are exactly as many orders as asked for`(_ customers: Int, _ orders: Int) throws {
    let files = try files(of: Generator(customers: customers, orders: orders, seed: 11))
    var placed: Set<String> = []
    for file in files.values where file.name.hasPrefix("orders-") {
      for record in SampleReader(file).records
      where record.fields[0].hasPrefix("SO") && record.fields.last != "cancelled" {
        placed.insert(record.fields[0])
      }
    }
    #expect(placed.count == orders)
  }

  @Test func `a quarterly file begins with the last week of the quarter before`() throws {
    let files = try committedFiles.get()
    let reader = SampleReader(try #require(files["orders-2025Q3.csv"]))
    let days = reader.records.compactMap { Day(iso: $0.fields[3].prefix(10))?.iso }
    #expect(days.first == "2025-06-24")
    #expect(days.last == "2025-09-30")
    #expect(days == days.sorted())
  }

  @Test func `the customers are in GB18030 with a four-byte character and three bad bytes`() throws
  {
    let bytes = try #require(try committedFiles.get()["customers.csv"]).bytes
    // 客户编号, by the rows and cells of GB 2312: 3145 2707 1764 2637.
    #expect(bytes.starts(with: [0xBF, 0xCD, 0xBB, 0xA7, 0xB1, 0xE0, 0xBA, 0xC5]))
    #expect(bytes.count { $0 == 0xFF } == 3)
    // ö (U+00F6) is not in GBK; GB18030 writes it in four bytes.
    let fourBytes: [UInt8] = [0x81, 0x30, 0x8B, 0x32]
    #expect(bytes.indices.dropLast(3).contains { Array(bytes[$0..<$0 + 4]) == fourBytes })
  }

  @Test func `names that look like formulas, links or markup stand as they are`() throws {
    let text = String(
      decoding: try #require(try committedFiles.get()["customers.csv"]).bytes, as: UTF8.self)
    #expect(text.contains(#","=HYPERLINK(""http://example.com/"",""Free labs"")","#))
    #expect(text.contains(",<b>Bold</b> & <script>Labs</script>,"))
    #expect(text.contains(",-Minus Labs,"))
  }

  @Test func `what stands where a folder is to be made is said`() throws {
    let problem = #expect(throws: Diagnostic.self) {
      try committed.write(to: "/dev/null/samples")
    }
    #expect(problem?.kind == .cannotWrite)
    #expect(problem?.place?.file == "/dev/null")
  }

  @Test func `writing makes the folder and leaves other files alone`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "samples-\(UUID().uuidString)/a/b")
    defer {
      try? FileManager.default.removeItem(
        at: folder.deletingLastPathComponent().deletingLastPathComponent())
    }
    let generator = Generator(customers: 30, orders: 100, seed: 1)
    try generator.write(to: folder.path)
    let note = folder.appending(path: "note.txt")
    try Data("mine".utf8).write(to: note)
    try generator.write(to: folder.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let made = try files(of: generator)
    #expect(Set(names) == Set(made.keys).union(["note.txt"]))
    let planted = try Data(contentsOf: folder.appending(path: "planted.json"))
    #expect(Array(planted) == made["planted.json"]?.bytes)
  }
}
