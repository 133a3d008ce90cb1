package import Diagnostics
package import Values

/// A stage as the registry holds it: what is known without settings, and a way to prepare it.
package struct AnyStage: Sendable {
  package let name: String
  package let summary: Phrase
  package let example: String
  package let method: [Method]
  package let keys: [Key]
  package let tables: @Sendable (Currency) -> [ResultTable]
  package let prepare: @Sendable (SettingNode, inout Diagnostics) -> PreparedStage?

  /// One key of the settings, for help and reference.
  package struct Key: Sendable {
    package let name: String
    package let accepted: String
    package let preset: String
    package let meaning: Phrase
  }

  package init<S: Stage>(_ stage: S.Type) {
    name = S.name
    summary = S.summary
    example = S.example
    method = S.method
    let defaults = S.Settings()
    keys = S.Settings.fields.map {
      Key(name: $0.key, accepted: $0.accepted, preset: $0.echo(defaults).line, meaning: $0.meaning)
    }
    tables = { S.Output.tables($0) }
    prepare = { node, problems in
      let before = problems.all.count
      guard let settings = S.Settings.read(node, &problems), problems.all.count == before else {
        return nil
      }
      do throws(Diagnostic) {
        let ready = try S(settings)
        return PreparedStage(
          name: S.name, settings: settings.echoed, needs: S.Input.needs(settings),
          tables: { S.Output.tables($0) },
          // What a stage does not keep of the facts is let go before it computes.
          run: { (source: consuming Source) throws(Diagnostic) in
            try ready.run(S.Input(from: source, settings))
          })
      } catch {
        var placed = error
        if placed.place == nil { placed.place = node.place }
        problems.add(placed)
        return nil
      }
    }
  }
}

/// A stage with its settings, ready to run.
package struct PreparedStage: Sendable {
  package let name: String
  package let settings: SettingEcho
  package let needs: [Need]
  package let tables: @Sendable (Currency) -> [ResultTable]
  package let run: @Sendable (consuming Source) throws(Diagnostic) -> any StageOutput
}

/// All stages there are, in the order of the help.
package struct StageRegistry: Sendable {
  package let stages: [AnyStage]

  package init(_ stages: [AnyStage]) { self.stages = stages }

  package subscript(_ name: String) -> AnyStage? { stages.first { $0.name == name } }
}
