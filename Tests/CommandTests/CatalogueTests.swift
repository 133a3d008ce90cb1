import Diagnostics
import Exports
import Foundation
import Pipeline
import Stages
import Testing
import Values

/// The program's own lists: contracts, stages, shipped pipelines, documents at the root.
@Suite struct CatalogueTests {
  private static let root = Program.packageRoot

  @Test func `the contracts are told as JSON, each with all its columns`() throws {
    struct Rules: Decodable {
      struct Column: Decodable {
        let name, type: String
        let required: Bool
        let aliases: [String]
        let meaning: [String: String]
      }
      struct Family: Decodable { let name: String }
      let contract: String
      let key: [String]
      let columns: [Column]
      let families: [Family]
    }
    let ended = try Scratch().succeed("contracts", "--format", "json")
    let rules = try JSONDecoder().decode([Rules].self, from: ended.outputBytes)
    #expect(rules.map(\.contract) == Contracts.all.map(\.name))
    for (rule, contract) in zip(rules, Contracts.all) {
      #expect(rule.columns.map(\.name) == contract.fields.map(\.name))
      #expect(rule.families.count == contract.families.count)
      #expect(rule.key == contract.key)
      #expect(rule.columns.allSatisfy { Set($0.meaning.keys) == ["en", "zh-Hans"] })
      let one = try Scratch().succeed("contracts", rule.contract, "--format", "json")
      #expect(try JSONDecoder().decode([Rules].self, from: one.outputBytes).count == 1)
    }
    let table = try Scratch().succeed("contracts").output
    for contract in Contracts.all { #expect(table.contains(contract.name)) }
  }

  @Test func `stage has one option a contract`() throws {
    let help = try Scratch().succeed("stage", "--help").output
    let listed = help.split(separator: "\n").compactMap { line -> String? in
      line.firstMatch(of: /^  --([a-z-]+) <([a-z-]+)>/).flatMap { match in
        match.1 == match.2 ? String(match.1) : nil
      }
    }
    for contract in Contracts.all {
      let option = contract.name.replacing("_", with: "-")
      #expect(listed.contains(option), "--\(option)")
    }
  }

  @Test(arguments: [("STAGES.md", "en"), ("STAGES.zh-Hans.md", "zh-Hans")])
  func `the stage reference at the root is what the program writes`(
    _ file: String, _ language: String
  ) throws {
    let written = try Scratch().succeed("stages", "--markdown", "--language", language).output
    let kept = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
    #expect(written == kept, "\(file) is old: make docs")
    for stage in registry.stages { #expect(kept.contains("## \(stage.name)\n")) }
  }

  @Test(arguments: registry.stages.map(\.name))
  func `a stage tells its formulae, sources, settings, tables and example`(_ name: String) throws {
    let stage = try #require(registry[name])
    for language in ["en", "zh-Hans"] {
      let text = try Scratch().succeed("stages", name, "--language", language).output
      for method in stage.method {
        #expect(text.contains(method.formula))
        #expect(text.contains(method.source))
      }
      for key in stage.keys { #expect(text.contains("\(key.name): \(key.preset)"), "\(key.name)") }
      for table in stage.tables(.cny) { #expect(text.contains(table.name)) }
      #expect(text.contains(stage.example))
    }
  }

  @Test(arguments: registry.stages.map(\.name))
  func `the example of a stage is a step that check accepts`(_ name: String) throws {
    let stage = try #require(registry[name])
    let scratch = try Scratch()
    try scratch.write(
      "p.yaml",
      """
      as_of: 2025-12-31
      data: \(SampleCompanyFiles.folder.path)
      exports:
        rates: rates.csv
        orders: orders-*.csv
        customers: customers.csv
        survey: survey-*.csv
        kano: kano.csv
        servqual: servqual-*.csv
        costs: costs.csv
      steps:
      \(stage.example)

      """)
    let ended = try scratch.run(
      "check", "p.yaml", "--allow-path", SampleCompanyFiles.folder.path)
    #expect(ended.status == 0, "\(ended.error)")
  }

  @Test func `every shipped pipeline passes the check, and every stage stands in one`() throws {
    let folder = Self.root.appending(path: "Pipelines")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(names == ["bench.yaml", "nightly.yaml", "quarterly.yaml"])
    var text = ""
    for name in names where name != "bench.yaml" {
      let path = folder.appending(path: name).path
      let ended = try Scratch().succeed("check", path)
      #expect(ended.output.contains("Nothing is wrong."))
      text += try String(contentsOfFile: path, encoding: .utf8)
    }
    for stage in registry.stages { #expect(text.contains("stage: \(stage.name)\n")) }
  }

  @Test func `nightly and bench run to a pack`() throws {
    let scratch = try Scratch()
    let pipelines = Self.root.appending(path: "Pipelines")
    try scratch.succeed(
      "run", pipelines.appending(path: "nightly.yaml").path, "--out", "nightly", "--store",
      "nightly.sqlite")
    #expect(try scratch.files(of: "nightly/latest")["nightly-en.xlsx"] != nil)
    for (name, text) in GeneratedExports.files { try scratch.write("data/\(name)", text) }
    try scratch.succeed(
      "run", pipelines.appending(path: "bench.yaml").path, "--set", "data=data", "--out", "bench",
      "--store", "bench.sqlite")
    let account = csvRows(try scratch.text("bench/latest/account.csv"))
    #expect(account.count == GeneratedExports.files.count)
    #expect(account.allSatisfy { $0["accepted"] == $0["read"] && $0["read"] != "0" })
  }

  @Test func `inspect names the contract of every sample file`() throws {
    let planted = try Planted.read().files
    for name in try SampleCompanyFiles.exports {
      let expected = try #require(planted.first { $0.file == name })
      let output = try Scratch().succeed("inspect", SampleCompanyFiles.path(name)).output
      #expect(output.contains("contract: \(expected.contract); \(expected.read) rows"), "\(output)")
    }
  }

  @Test func `inspect says why no contract fits`() throws {
    let scratch = try Scratch()
    try scratch.write("x.csv", "colour,size\nred,1\n")
    let ended = try scratch.succeed("inspect", "x.csv")
    #expect(ended.output.contains("no contract fits this header: colour, size"))
  }

  @Test func `the architecture names the targets of the package, and no other`() throws {
    let package = try String(
      contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
    let declared = package.matches(
      of: /(?:library\(\s*|executableTarget\(\s*name: |systemLibrary\(\s*name: )"([A-Za-z]+)"/
    ).map { String($0.1) }
    #expect(declared.count >= 12)
    let text = try String(
      contentsOf: Self.root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    // A system library has no sources of its own: it stands in the paragraph of its one importer.
    let named = text.matches(of: /(?m)^\*\*([A-Za-z]+)\*\* —/).map { String($0.1) }
    #expect(named.count == Set(named).count)
    let systemLibraries: Set = ["CXLSXWriter", "CZlib"]
    for name in systemLibraries { #expect(text.contains("`\(name)`")) }
    #expect(Set(named) == Set(declared).subtracting(systemLibraries))
  }
}
