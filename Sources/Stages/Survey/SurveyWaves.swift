import Pipeline

/// Which answers the figures of a questionnaire are of.
package enum SurveyWaves: String, CaseIterable, SettingValue {
  /// Those of the latest wave; the wave before is compared with it.
  case latest
  /// Those of all waves together.
  case all
}
