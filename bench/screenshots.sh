#!/usr/bin/env bash
# Takes the README's screenshots of the demo account, light and dark, into docs/images.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p docs/images
CAREERCOMPASS_SCREENSHOTS=$PWD/docs/images \
  dotnet test tests/CareerCompass.Browser.Tests --filter FullyQualifiedName~ScreenshotJourney
