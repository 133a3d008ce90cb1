/// The settings of one stage.
package protocol StageSettings: KeyedSettings {}

/// The settings of a stage that has none.
package struct NoSettings: StageSettings {
  package init() {}
  package static var fields: [SettingField<NoSettings>] { [] }
}
