// Written for this case: what the assembly would be compiled from.
await Microsoft.Maui.ApplicationModel.Communication.Email.ComposeAsync();
