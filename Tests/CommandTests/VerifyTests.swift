import Exports
import Foundation
import Testing

/// `clientele verify`: a pack against its manifest, its inputs and the same run made again.
@Suite struct VerifyTests {
  private func check(
    _ scratch: Scratch, _ arguments: [String], exit status: Int32, as name: String
  ) throws {
    let ended = try Program.run(arguments, in: scratch.folder)
    #expect(ended.status == status, "\(ended.error)")
    try Golden.expect(
      AfterRunFiles.masked(Golden.transcript(arguments, ended)), as: "verify/\(name)")
  }

  private func verify(
    _ scratch: Scratch, _ more: [String] = [], asOf: String = "2025-03-31", exit status: Int32,
    as name: String
  ) throws {
    let pack = try AfterRunFiles.pack(asOf, in: scratch)
    let place = more.contains("--outputs-only") ? [] : ["--pipeline", "p.yaml"]
    try check(scratch, ["verify", pack] + place + more, exit: status, as: name)
  }

  @Test func `a pack of today's inputs and settings is made again byte for byte`() throws {
    let scratch = try AfterRunFiles.scratch()
    try verify(scratch, exit: 0, as: "same")
    // What was read for the check is gone with it.
    let temporary = try Scratch()
    let pack = try AfterRunFiles.pack("2025-03-31", in: scratch)
    let ended = try scratch.run(
      "verify", pack, environment: ["TMPDIR": temporary.folder.path])
    #expect(ended.status == 0)
    #expect(try temporary.files(of: ".").isEmpty)
  }

  @Test func `a pack that was compared with an earlier one is made again with its figures`() throws
  {
    let scratch = try AfterRunFiles.scratch()
    try AfterRunFiles.runLater(scratch)
    let manifest = try scratch.text("out/latest/manifest.json")
    #expect(manifest.contains("\"as_of\": \"2025-03-31\""))
    try verify(scratch, asOf: "2025-06-30", exit: 0, as: "compared")
    try verify(scratch, ["--format", "json"], asOf: "2025-06-30", exit: 0, as: "json")
  }

  @Test func `changed, missing and foreign files of a pack are told by name and hash`() throws {
    let scratch = try AfterRunFiles.scratch()
    let pack = try AfterRunFiles.pack("2025-03-31", in: scratch)
    try FileManager.default.removeItem(atPath: scratch.path("\(pack)/rejects.csv"))
    try verify(scratch, ["--outputs-only"], exit: 66, as: "output-missing")
    let list = try scratch.text("\(pack)/lists/rfm-customers.csv")
    try scratch.write("\(pack)/lists/rfm-customers.csv", list.replacing("ann-7", with: "ann-8"))
    try scratch.write("\(pack)/notes.txt", "mine")
    try verify(scratch, ["--outputs-only"], exit: 65, as: "output-changed")
  }

  @Test func `a manifest that was edited no longer gives its identity`() throws {
    let scratch = try AfterRunFiles.scratch()
    let pack = try AfterRunFiles.pack("2025-03-31", in: scratch)
    let manifest = try scratch.text("\(pack)/manifest.json")
    try scratch.write(
      "\(pack)/manifest.json", manifest.replacing("\"bins\": 3", with: "\"bins\": 4"))
    try verify(scratch, exit: 65, as: "manifest-edited")
  }

  @Test func `an input with other bytes is told with both hashes, and the run is not made`() throws
  {
    let scratch = try AfterRunFiles.scratch()
    try scratch.write("orders-1.csv", AfterRunFiles.later)
    try verify(scratch, exit: 65, as: "input-changed")
  }

  @Test func `an input that is gone is found by its bytes in a folder of earlier ones`() throws {
    let scratch = try AfterRunFiles.scratch()
    try FileManager.default.removeItem(atPath: scratch.path("orders-1.csv"))
    try verify(scratch, exit: 66, as: "input-gone")
    try scratch.write("archive/of-march.csv", AfterRunFiles.orders)
    try verify(scratch, ["--inputs", "archive"], exit: 0, as: "input-archived")
  }

  @Test func `a delta that the pipeline no longer names is read again in its place`() throws {
    let scratch = try AfterRunFiles.scratch()
    try AfterRunFiles.runLater(scratch)
    try scratch.write(
      "p.yaml", AfterRunFiles.pipeline.replacing("orders-*.csv", with: "orders-2.csv"))
    try verify(scratch, asOf: "2025-06-30", exit: 0, as: "delta")
  }

  @Test func `settings that changed since are told key by key`() throws {
    let scratch = try AfterRunFiles.scratch()
    try scratch.write(
      "p.yaml",
      AfterRunFiles.pipeline.replacing("bins: 3", with: "bins: 4")
        .replacing("min_cell: 1", with: "min_cell: 4"))
    try verify(scratch, exit: 65, as: "settings-changed")
  }

  @Test func `a pack whose bytes were forged together with their hashes does not come out again`()
    throws
  {
    let scratch = try AfterRunFiles.scratch()
    let pack = try AfterRunFiles.pack("2025-03-31", in: scratch)
    let path = "\(pack)/lists/rfm-customers.csv"
    let old = try ContentHash.of(file: scratch.path(path)).sha256
    try scratch.write(path, try scratch.text(path).replacing("ann-7", with: "ann-8"))
    let new = try ContentHash.of(file: scratch.path(path)).sha256
    let manifest = try scratch.text("\(pack)/manifest.json")
    try scratch.write("\(pack)/manifest.json", manifest.replacing(old, with: new))
    try verify(scratch, exit: 65, as: "forged")
  }

  @Test func `without a pack, a manifest or a pipeline it says what is not there`() throws {
    let scratch = try AfterRunFiles.scratch()
    try check(scratch, ["verify", "out"], exit: 66, as: "no-pack")
    try scratch.write("odd/manifest.json", "{\"version\": 1}")
    try check(scratch, ["verify", "odd"], exit: 65, as: "odd-manifest")
    try FileManager.default.moveItem(
      atPath: scratch.path("p.yaml"), toPath: scratch.path("other.yaml"))
    let pack = try AfterRunFiles.pack("2025-03-31", in: scratch)
    try check(scratch, ["verify", pack], exit: 66, as: "no-pipeline")
  }
}
