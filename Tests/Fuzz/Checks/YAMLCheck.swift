import Diagnostics
import Pipeline
import Stages

/// A pipeline file of any bytes: a value, or problems that all lie inside the file.
struct YAMLCheck {
  private static let file = "input.yaml"

  func run(_ input: [UInt8]) throws(FuzzFinding) {
    guard let text = String(validating: input, as: UTF8.self) else { return }
    var problems = Diagnostics()
    let node: SettingNode
    do throws(Diagnostic) {
      node = try YAMLTree.read(text, file: Self.file)
    } catch {
      try expect(Diagnostics([error]), input)
      return
    }
    let pipeline = PipelineFile.read(node, &problems)
    for step in pipeline?.steps ?? [] {
      guard let settings = step.settings.node, let stage = registry[step.stage] else { continue }
      _ = stage.prepare(settings, &problems)
    }
    for stage in registry.stages { _ = stage.prepare(node, &problems) }
    if !problems.isEmpty { try expect(problems, input) }
    // What was read is told in manifest and appendix.
    if let pipeline {
      try FuzzFinding.expect(!pipeline.echoed.line.isEmpty, "nothing is echoed")
    }
    try override(text)
  }

  /// The same text behind `--set`.
  private func override(_ text: String) throws(FuzzFinding) {
    do throws(Diagnostic) {
      var node = try YAMLTree.read("steps: [{stage: rfm}]", file: Self.file)
      try node.apply(Override(text))
      var problems = Diagnostics()
      _ = PipelineFile.read(node, &problems)
    } catch {
      try FuzzFinding.expect(
        error.kind != .fault && !error.message.isEmpty, "--set ends with \(error)")
    }
  }

  private func expect(_ problems: Diagnostics, _ input: [UInt8]) throws(FuzzFinding) {
    // What YAML takes for a line end beside LF and CR: NEL, line and paragraph separator.
    let breaks = input.indices.count { at in
      input[at...].starts(with: [0xC2, 0x85]) || input[at...].starts(with: [0xE2, 0x80, 0xA8])
        || input[at...].starts(with: [0xE2, 0x80, 0xA9])
    }
    try Expectation.problems(
      problems, in: input + [UInt8](repeating: 10, count: breaks))
    for problem in problems.all {
      try FuzzFinding.expect(
        problem.place?.file == Self.file && problem.place?.line != nil,
        "a problem does not lie in the file: \(problem)")
      try FuzzFinding.expect(
        problem.message.utf8.count <= 2 * input.count + 2000, "a message has no end")
    }
  }
}
