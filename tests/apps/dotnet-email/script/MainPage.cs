// Written for this case: what the assembly is compiled from, by mcs against a stub of the library.
using Microsoft.Maui.ApplicationModel.Communication;

public class MainPage
{
    public async void OnLoaded()
    {
        await Email.ComposeAsync();
    }
}
