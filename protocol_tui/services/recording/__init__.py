"""Recording a meeting: from entry lines to changes; screen and replay both go through `recorder.Recorder`."""
