// Written for this case: what the assembly would be compiled from.
var people = await Microsoft.Maui.ApplicationModel.Communication.Contacts.GetAllAsync();
